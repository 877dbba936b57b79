import { provenance } from '../demand/index.ts';
import { longDate } from '../ui/long-date.ts';
import { ordinal } from '../ui/ordinal.ts';
import { percent, signedPercent } from '../ui/percent.ts';
import { marginsReckoned } from './margins-reckoned.ts';
import type { InfeasiblePlan, OptimalPlan, PlannedWard } from './model.ts';
import { sergeantOf, sharedLines, sideNotes } from './sergeant-lines.ts';

const LONGEST_WARD = 30;
const LONGEST_BOROUGH = 14;

/** Columns of the plan's table; with the longest names they come to 100 characters. */
const PLAN_COLUMNS = [
  { head: 'Ward', align: 'left' },
  { head: 'Borough', align: 'left' },
  { head: 'Officers', align: 'right' },
  { head: 'Demand', align: 'right' },
  { head: 'Quota', align: 'right' },
  { head: 'Last', align: 'right' },
  { head: 'One more', align: 'right' },
  { head: 'One less', align: 'right' },
] as const;

/** With sergeants, who leads each ward stands in place of how much its demand would have to change. */
const SERGEANT_COLUMNS = [
  ...PLAN_COLUMNS.slice(0, 6),
  { head: 'Tier', align: 'left' },
  { head: 'Sergeant', align: 'right' },
] as const;

/** The columns that a plan's table has. */
export const planColumns = ({ sergeants }: OptimalPlan) => (sergeants.length === 0 ? PLAN_COLUMNS : SERGEANT_COLUMNS);

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
      ...(plan.sergeants.length === 0
        ? [change(ward, ward.margin.gain), change(ward, ward.margin.lose)]
        : ledBy(plan, ward)),
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

const ONE_MORE =
  'One more, one less: how much its demand would have to change, nothing else changing; – where it cannot.';

const NO_MARGINS = 'One more, one less: not reckoned, because side rules decide who has more.';

/**
 * What belongs under the table: how to read it, who is next, what the side rules cost, the rules and where demand comes from.
 * @param seconds the solver's time limit, where it is known
 */
export function planNotes(plan: OptimalPlan, seconds: number | null = null): string[] {
  return [
    `"3 + 1" is three dedicated ward officers and one PCSO. Last: the turn in which the ward got its last officer${plan.decidedBy === 'solver' ? '; "rule" where a side rule placed it' : ''}.`,
    ...(plan.sergeants.length === 0 ? [marginsReckoned(plan) ? ONE_MORE : NO_MARGINS] : []),
    nextSentence(plan),
    ...sharedLines(plan),
    ...sideNotes(plan, seconds),
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
  if (!marginsReckoned(plan)) return 'Next in line: not reckoned, because side rules decide who has more.';
  const next = plan.nextInLine.map(({ code }) => names.get(code) ?? code);
  return next.length === 0
    ? 'Next in line: nobody; every ward is at its ceiling.'
    : `Next in line: ${next.join(', then ')}.`;
}

function ledBy(plan: OptimalPlan, { code }: PlannedWard): [string, string] {
  const led = sergeantOf(plan, code);
  return led === null ? ['–', '–'] : [led.sergeant.tier, String(led.number)];
}

function lastTurn(ward: PlannedWard): string {
  const last = ward.awards.at(-1);
  if (last === undefined) return 'floor';
  return last.rank === null ? 'rule' : ordinal(last.rank);
}

function change({ demandShare }: PlannedWard, threshold: number | null): string {
  if (threshold === null) return '–';
  return demandShare === 0 ? `to ${percent(threshold, 2)}` : signedPercent(threshold / demandShare - 1);
}

const shorten = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
