import type { AdoptedPlan } from '../../allocation/index.ts';
import { column, maybe, type OpenTable } from '../../lib/tables/index.ts';
import { SYNTHETIC_NOTE } from '../../measures/index.ts';
import { toSixDecimals } from './to-six-decimals.ts';

/** A plan that comes of a review. */
type DecidedPlan = AdoptedPlan & { decision: NonNullable<AdoptedPlan['decision']> };

/**
 * What published plans kept of their decisions: how sure each ward's number is, the reviews, and the weights that each
 * organisation proposed. Empty where no published plan comes of a review.
 * @param plans published ones, the latest to come into force first; withdrawn ones too, for they stay readable
 * @param inForce number of the plan in force; null when there is none
 */
export function decisionTables(plans: readonly AdoptedPlan[], inForce: string | null, made: string): OpenTable[] {
  const decided = plans.filter((plan): plan is DecidedPlan => plan.decision !== null);
  if (decided.length === 0) return [];
  const current = decided.find(({ id }) => id === inForce);
  return [
    ...(current === undefined ? [] : [stabilityTable(current, made)]),
    reviewsTable(decided, made),
    proposalsTable(decided, made),
  ];
}

function stabilityTable(current: DecidedPlan, made: string): OpenTable {
  const { plan, decision } = current;
  const { stability } = decision;
  const names = new Map(plan.wards.map((ward) => [ward.code, ward]));
  return {
    name: 'plan-stability',
    title: 'Stability of the plan in force',
    description: `For every ward, the share of ${stability.samples} other weightings that give it each number of officers.`,
    columns: [
      column('area_set', 'Set of areas', 'Set of official areas that the code is of.'),
      column('area_code', 'Ward code', 'Code of the ward, of the Office for National Statistics.'),
      column('area_name', 'Ward', 'Name of the ward.'),
      column('dwo', 'Dedicated ward officers', 'The number in this row.', 'whole number'),
      column(
        'share',
        'Share of weightings',
        'Share of the weightings that give it this number, from 0 to 1.',
        'number',
      ),
      column('in_plan', 'In the plan', 'True for the number that the plan gives it.', 'yes or no'),
      maybe(
        'driver',
        'Driver',
        'The part of demand whose weight goes most closely with its number; missing where its number is always the same.',
      ),
      maybe('direction', 'Direction', 'Whether more weight on the driver goes with more officers or with fewer.'),
    ],
    key: ['area_code', 'dwo'],
    rows: stability.wards.flatMap(({ code, shares, driver, direction }) => {
      const ward = names.get(code);
      const varies = Object.keys(shares).length > 1;
      return Object.entries(shares)
        .toSorted(([a], [b]) => Number(a) - Number(b))
        .map(([dwo, share]) => [
          ...[plan.boundaryVersion, code, ward?.name ?? code],
          ...[Number(dwo), toSixDecimals(share), ward?.dwo === Number(dwo)],
          ...(varies ? [driver, direction] : [null, null]),
        ]);
    }),
    notes: [
      ...notesOf([current]),
      ...(stability.samplingError === 0
        ? ['Only one weighting is possible.']
        : [
            `Weightings were sampled with seed ${stability.seed}; a share is off by at most ${stability.samplingError.toFixed(4)} at 95%.`,
          ]),
      ...stability.remarks,
    ],
    sources: [],
    made,
  };
}

function reviewsTable(decided: readonly DecidedPlan[], made: string): OpenTable {
  return {
    name: 'reviews',
    title: 'Reviews decided',
    description: 'Every review of the allocation whose decision was published, with the plan that came of it.',
    columns: [
      column('plan', 'Plan', 'Number of the plan that came of it.', 'whole number'),
      column('review', 'Review', 'Its number: the year it opened and its turn in it.'),
      column('name', 'Name', 'Name of the review.'),
      column('question', 'Question', 'What was asked.'),
      column('opened_on', 'Opened on', 'First day on which proposals were taken.', 'date'),
      column('closed_on', 'Closed on', 'Last day on which proposals were taken.', 'date'),
      column('asked', 'Asked', 'Organisations and panels that were asked.', 'whole number'),
      column('proposals', 'Proposals', 'Proposals of weights that were made.', 'whole number'),
      column('decided_on', 'Decided on', 'Day on which one was chosen.', 'date'),
      column('reasons', 'Reasons', 'Why it was chosen, as given.'),
      column('in_force_from', 'In force from', 'First day of the plan.', 'date'),
      column('withdrawn', 'Withdrawn', 'True where the plan was withdrawn.', 'yes or no'),
      column('synthetic', 'Synthetic', 'True where it is made up for the demonstration.', 'yes or no'),
    ],
    key: ['plan'],
    rows: decided.map(({ id, decision, inForceFrom, withdrawn }) => {
      const { number, name, question, opensOn, closesOn, invited, synthetic } = decision.review;
      return [
        ...[Number(id), number, name, question, opensOn, closesOn, invited.length, decision.proposals.length],
        ...[decision.on, decision.reasons, inForceFrom, withdrawn !== null, synthetic],
      ];
    }),
    notes: notesOf(decided),
    sources: [],
    made,
  };
}

function proposalsTable(decided: readonly DecidedPlan[], made: string): OpenTable {
  return {
    name: 'review-proposals',
    title: 'Weights proposed in reviews',
    description: 'Every weight that an organisation proposed in a review whose decision was published.',
    columns: [
      column('plan', 'Plan', 'Number of the plan that came of the review.', 'whole number'),
      column('proposal', 'Proposal', 'Number of the proposal.', 'whole number'),
      column('organisation', 'Organisation', 'Whose it is.'),
      column('title', 'Title', 'What tells apart several of one organisation.'),
      column('proposed_on', 'Proposed on', 'Day it was last written.', 'date'),
      column('component', 'Component', 'The part of demand, as in the table demand-weights.'),
      column('weight', 'Weight', 'What it should count for, to six decimals; these sum to 1.', 'number'),
      column('chosen', 'Chosen', 'True for the proposal that the plan follows.', 'yes or no'),
      column('synthetic', 'Synthetic', 'True where it is made up for the demonstration.', 'yes or no'),
    ],
    key: ['plan', 'proposal', 'component'],
    rows: decided.flatMap(({ id: plan, decision }) =>
      decision.proposals.flatMap(({ id, party, title, on, weights }) =>
        Object.entries(weights).map(([component, weight]) => [
          ...[Number(plan), id, party.name, title, on, component, toSixDecimals(weight)],
          ...[id === decision.chosen, decision.review.synthetic],
        ]),
      ),
    ),
    notes: notesOf(decided),
    sources: [],
    made,
  };
}

const notesOf = (decided: readonly DecidedPlan[]): string[] => [
  ...(decided.some(({ decision }) => decision.review.synthetic) ? [SYNTHETIC_NOTE] : []),
  'It names organisations, and nobody who spoke for one.',
];
