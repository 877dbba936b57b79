import { provenance } from '../demand/index.ts';
import { longDate } from '../ui/long-date.ts';
import { ordinal } from '../ui/ordinal.ts';
import { percent, signedPercent } from '../ui/percent.ts';
import type { InfeasiblePlan, OptimalPlan, PlannedWard } from './model.ts';

const LONGEST_WARD = 30;
const LONGEST_BOROUGH = 14;

/** Columns of the plan's table; with the longest names they come to 100 characters. */
export const PLAN_COLUMNS = [
  { head: 'Ward', align: 'left' },
  { head: 'Borough', align: 'left' },
  { head: 'Officers', align: 'right' },
  { head: 'Demand', align: 'right' },
  { head: 'Quota', align: 'right' },
  { head: 'Last', align: 'right' },
  { head: 'One more', align: 'right' },
  { head: 'One less', align: 'right' },
] as const;

/** One row a ward: by borough, most demand first. */
export function planRows(plan: OptimalPlan): string[][] {
  return plan.wards
    .toSorted((a, b) => compare(a.borough, b.borough) || b.demandShare - a.demandShare || compare(a.code, b.code))
    .map((ward) => [
      shorten(ward.name, LONGEST_WARD),
      shorten(ward.borough, LONGEST_BOROUGH),
      `${ward.dwo} + ${ward.pcso}`,
      percent(ward.demandShare, 2),
      ward.quota.toFixed(2),
      lastTurn(ward),
      change(ward, ward.margin.gain),
      change(ward, ward.margin.lose),
    ]);
}

/** The sentence above the table. */
export function planHead(plan: OptimalPlan): string {
  const { officers, unit, asAt, synthetic } = plan;
  const mark = synthetic ? ' (synthetic)' : '';
  return `${unit} as at ${longDate(asAt)}: ${officers.dwo} officers and ${officers.pcso} PCSOs for ${plan.wards.length} wards${mark}.`;
}

/** Says right under the head when parts of demand are missing, so that the plan does not look surer than it is. */
export function restsOn({ missing }: OptimalPlan): string[] {
  const lost = missing.reduce((sum, { weight }) => sum + weight, 0);
  return lost === 0
    ? []
    : [`It rests on ${percent(1 - lost, 0)} of the weights: the other parts of demand are missing.`];
}

/** What belongs under the table: how to read it, who is next, the rules and where demand comes from. */
export function planNotes(plan: OptimalPlan): string[] {
  return [
    '"3 + 1" is three dedicated ward officers and one PCSO. Last: the turn in which the ward got its last officer.',
    'One more, one less: how much its demand would have to change, nothing else changing; – where it cannot.',
    nextSentence(plan),
    '',
    ...plan.rules.map(
      (rule) => `Rule ${rule.name}: ${rule.sentence}${rule.from === null ? '' : ` Since ${longDate(rule.from)}.`}`,
    ),
    ...provenance(plan),
    ...plan.used.map(({ title, weight, vintage, synthetic, origins }) =>
      [`Counts: ${title}, ${percent(weight)}, vintage ${vintage}.`, ...(synthetic ? [] : origins)].join(' '),
    ),
  ];
}

/** "No plan." and every conflict. */
export function noPlanSentence(plan: InfeasiblePlan): string {
  return ['No plan.', ...plan.because.map(({ sentence }) => sentence)].join(' ');
}

function nextSentence(plan: OptimalPlan): string {
  const names = new Map(plan.wards.map(({ code, name }) => [code, name]));
  const next = plan.nextInLine.map(({ code }) => names.get(code) ?? code);
  return next.length === 0
    ? 'Next in line: nobody; every ward is at its ceiling.'
    : `Next in line: ${next.join(', then ')}.`;
}

function lastTurn(ward: PlannedWard): string {
  const last = ward.awards.at(-1);
  return last ? ordinal(last.rank) : 'floor';
}

function change({ demandShare }: PlannedWard, threshold: number | null): string {
  if (threshold === null) return '–';
  return demandShare === 0 ? `to ${percent(threshold, 2)}` : signedPercent(threshold / demandShare - 1);
}

const shorten = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
