import { type AdoptedPlan, sergeantOf } from '../../allocation/index.ts';
import { column, maybe, type OpenTable } from '../../lib/tables/index.ts';
import { SYNTHETIC_NOTE } from '../../measures/index.ts';
import { rulesOfPlan } from '../rules-of-plan.ts';

/** The plan in force: officers of every ward, the reason for each above the floor, and the rules. */
export function planTables(adopted: AdoptedPlan, made: string): OpenTable[] {
  return [wardsTable(adopted, made), reasonsTable(adopted, made), rulesTable(adopted, made)];
}

function wardsTable(adopted: AdoptedPlan, made: string): OpenTable {
  const { plan, unit, inForceFrom } = adopted;
  return {
    name: 'plan',
    title: 'Plan in force',
    description: `Officers of every ward of ${unit}, in force from ${inForceFrom}.`,
    columns: [
      column('area_set', 'Set of areas', 'Set of official areas that the code is of.'),
      column('area_code', 'Ward code', 'Code of the ward, of the Office for National Statistics.'),
      column('area_name', 'Ward', 'Name of the ward.'),
      column('borough_name', 'Borough', 'Name of its borough.'),
      column('dwo', 'Dedicated ward officers', 'Posts of constables.', 'whole number'),
      column('pcso', 'PCSOs', 'Posts of police community support officers.', 'whole number'),
      maybe('tier', 'Tier', 'High, Medium or Standard; missing where no sergeants are planned.'),
      maybe(
        'sergeant',
        'Sergeant',
        'Number of the ward’s sergeant in the plan: two wards may share one.',
        'whole number',
      ),
      column('demand_share', 'Demand share', 'Share of the unit’s demand, from 0 to 1.', 'number'),
      column('synthetic', 'Synthetic', 'True where the plan was made from made-up figures.', 'yes or no'),
    ],
    key: ['area_code'],
    rows: plan.wards.map(({ code, name, borough, dwo, pcso, demandShare }) => {
      const led = sergeantOf(plan, code);
      return [
        ...[plan.boundaryVersion, code, name, borough, dwo, pcso],
        ...[led?.sergeant.tier ?? null, led?.number ?? null],
        ...[demandShare, adopted.synthetic],
      ];
    }),
    ...given(adopted),
    made,
  };
}

function reasonsTable(adopted: AdoptedPlan, made: string): OpenTable {
  return {
    name: 'plan-reasons',
    title: 'Reasons of the plan in force',
    description:
      'Every officer above the floor, in the order in which they were handed out, with the reason; last those whom side rules placed.',
    columns: [
      column('post', 'Post', 'dwo: dedicated ward officer; pcso: police community support officer.'),
      maybe(
        'turn',
        'Turn',
        'Turn in the hand-out, from 1; missing where a side rule placed the officer.',
        'whole number',
      ),
      column('area_code', 'Ward code', 'Ward that got the officer.'),
      column('area_name', 'Ward', 'Name of the ward.'),
      column('officers', 'Officers', 'Number the ward had with this one.', 'whole number'),
      column('reason', 'Reason', 'Why, in a sentence.'),
    ],
    key: ['post', 'area_code', 'officers'],
    rows: adopted.plan.wards
      .flatMap(({ code, name, awards, pcsoAwards }) => [
        ...awards.map((award) => ({ post: 'dwo', code, name, ...award })),
        ...pcsoAwards.map((award) => ({ post: 'pcso', code, name, ...award })),
      ])
      .toSorted((a, b) =>
        a.post === b.post
          ? (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER)
          : a.post < b.post
            ? -1
            : 1,
      )
      .map(({ post, rank, code, name, officers, reason }) => [post, rank, code, name, officers, reason]),
    ...given(adopted),
    made,
  };
}

function rulesTable(adopted: AdoptedPlan, made: string): OpenTable {
  return {
    name: 'plan-rules',
    title: 'Rules of the plan in force',
    description: 'Every rule that the plan obeys, where it comes from, and what each side rule costs.',
    columns: [
      column('rule', 'Rule', 'Name of the rule.'),
      column('sentence', 'Sentence', 'The rule with its numbers.'),
      column('source', 'Source', 'Where it comes from.'),
      column('kind', 'Kind', 'always: of every plan; sergeants: of every plan with sergeants; side: may be left out.'),
      maybe(
        'binds',
        'Binds',
        'True where the plan would be better without it alone; missing for rules that may not be left out, and where it was not found in time.',
        'yes or no',
      ),
      maybe(
        'cost',
        'Cost',
        'By how much Σ d²/x would be lower without it, d the demand share and x the officers of each ward; for fixed-tiers and sergeant-span, by how much the share of the most loaded sergeant of two wards would be.',
        'number',
      ),
      maybe('cost_sentence', 'Cost in words', 'What it costs, and which wards would have other numbers.'),
    ],
    key: ['rule', 'sentence'],
    rows: rulesOfPlan(adopted.plan)
      .filter(({ on }) => on)
      .map(({ name, sentence, source, kind, binds, costs, cost }) => [
        ...[name, sentence, source, kind, binds],
        ...[binds === false ? 0 : costs, cost === '' ? null : cost],
      ]),
    ...given(adopted),
    made,
  };
}

/** What holds of each of a plan's tables. */
function given({ plan, synthetic }: AdoptedPlan): Pick<OpenTable, 'notes' | 'sources'> {
  const titles = plan.used.flatMap(({ files, vintage }) => files.map((file) => `${file} (vintage ${vintage})`));
  return {
    notes: [
      ...(synthetic ? [SYNTHETIC_NOTE] : []),
      'It names posts, and nobody who holds one. Who adopted the plan is not given out.',
    ],
    sources: [...new Set(titles)].map((title) => ({ title })),
  };
}
