import { monthFromNumber } from '../../lib/calendar/month.ts';
import { median } from '../../lib/statistics/median.ts';
import { type Hole, holesIn } from './holes-in.ts';
import type { FileFindings, Finding } from './model.ts';
import { type MonthRun, valueAt } from './month-run.ts';
import { type MonthTally, SHARES } from './month-tally.ts';
import { type Usual, usualLevel } from './usual-level.ts';

/** Smaller totals vary too much for a low one to say anything; see docs/methods/completeness.md for how each was set. */
const LEAST_FOR_SHORT = 100;
const LEAST_FOR_ZERO = 20;
/** Below this share of the level beside it a month is short by its total alone. */
const SHORT_SHARE = 0.8;
/** The same in the first and last three months of a file, where a change of level cannot be told from a gap. */
const SHORT_SHARE_AT_ENDS = 0.6;
/** How many times the usual spread (in logarithms) a month must lie below the level beside it. */
const SPREADS = 5;
const STUB_SHARE = 0.25;
/** An area that usually has this many does not have none by chance. */
const LEAST_FOR_EMPTY_AREA = 12;
/**
 * Below this an area counts only together with others that make the month short: a publication that counts each thing in
 * several categories, as stop and search does by object and by outcome, has totals of several times what happened.
 */
const LEAST_FOR_EMPTY_AREA_ALONE = 40;
const LEAST_FOR_EMPTY_CATEGORY = 50;
/** Share of the usual that lies in areas or categories with none, above which the whole month is short. */
const EMPTY_SHARE = 0.03;
/** How far filled cells may fall short of those expected of such a total: more where most cells are usually empty. */
const FILLED_SLACK = { full: 0.05, empty: 0.3 };
/** A month this near to the level beside it has lost no rows to speak of. */
const NO_LOSS_SHARE = 0.97;
/** Fewer cells say nothing. */
const LEAST_CELLS = 200;
/** A file is judged by month when this share of its months follow one another. */
const MONTHLY_SHARE = 0.5;
const MONTHS_AROUND = [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6];
const SPREAD_OF_MEDIAN = 1.4826;

/**
 * Judges every month of what an import holds: which have no value, none, hardly any, or less than the months around
 * them lead one to expect, for the file and for single areas and categories. Files that are not monthly, and months
 * with too few others around them, are not judged.
 * @returns findings in order of month; months without one are complete as far as can be told
 */
export function judgeMonths(tally: MonthTally): FileFindings {
  const { publisher, boundaryVersion } = tally;
  if (!isMonthly(tally.totals)) return { publisher, boundaryVersion, findings: [] };
  const parts = emptyParts(tally);
  const first = judgeTotals(tally, parts, new Set());
  // What surely lacks something must not make its neighbours look whole, so they are judged again without it. A month
  // that is short by its total alone stays: were it a real fall, the months after it would stand alone and be doubted too.
  const sure = first.filter(({ state, empty }) => state !== 'short' || empty !== null);
  const found = judgeTotals(tally, parts, new Set(sure.map(({ month }) => month)));
  const whole = new Set(found.flatMap(({ state, month }) => (state === 'short' ? [] : [month])));
  const short = new Set(found.flatMap(({ state, month }) => (state === 'short' ? [month] : [])));
  return {
    publisher,
    boundaryVersion,
    findings: [
      ...absentMonths(tally.totals),
      ...found.map(({ month, ...rest }) => ({ ...rest, month: monthFromNumber(month) })),
      ...parts
        .filter((part) => standsAlone(part) || short.has(part.month))
        .filter(({ month }) => !whole.has(month))
        .map(partFinding),
    ].sort((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month))),
  };
}

function isMonthly({ values }: MonthRun): boolean {
  const held = values.flatMap((value, at) => (value === null ? [] : [at]));
  const followed = held.filter((at, place) => held[place + 1] === at + 1).length;
  return held.length > 1 && followed >= (held.length - 1) * MONTHLY_SHARE;
}

function absentMonths({ start, values }: MonthRun): Finding[] {
  return values.flatMap((value, at) =>
    value === null ? [{ ...ABOUT_ALL, month: monthFromNumber(start + at), state: 'absent', total: null }] : [],
  );
}

const ABOUT_ALL = { areaCodes: null, categories: null, expected: null, empty: null } as const;

/** An area or a category that has a hole in a month. */
interface EmptyPart extends Hole {
  kind: 'area' | 'category';
  key: string;
  /** False for an area that the file says nothing of in the month, instead of none. */
  hasValue?: boolean;
}

function emptyParts({ areas, categories, totals }: MonthTally): EmptyPart[] {
  const ofCategories = [...categories].flatMap(([key, run]) =>
    holesIn(run, LEAST_FOR_EMPTY_CATEGORY, false).map((hole): EmptyPart => ({ ...hole, kind: 'category', key })),
  );
  const ofAreas = [...areas].flatMap(([key, run]) =>
    holesIn(withoutValueAsNone(run, totals), LEAST_FOR_EMPTY_AREA, true).map(
      (hole): EmptyPart => ({ ...hole, kind: 'area', key, hasValue: valueAt(run, hole.month) !== null }),
    ),
  );
  return [...ofAreas, ...ofCategories];
}

/** An area without a value in a month that others have one in lacks it as surely as one that says none. */
function withoutValueAsNone(run: MonthRun, totals: MonthRun): MonthRun {
  if (!run.values.includes(null)) return run;
  const { start } = run;
  return { start, values: run.values.map((value, at) => value ?? (valueAt(totals, start + at) === null ? null : 0)) };
}

function standsAlone({ kind, usual }: EmptyPart): boolean {
  return kind === 'category' || usual >= LEAST_FOR_EMPTY_AREA_ALONE;
}

function partFinding({ kind, key, month, value, usual, hasValue = true }: EmptyPart): Finding {
  const none = value === 0 ? 'zero' : 'stub';
  return {
    month: monthFromNumber(month),
    state: hasValue ? none : 'absent',
    areaCodes: kind === 'area' ? [key] : null,
    categories: kind === 'category' ? [key] : null,
    total: hasValue ? value : null,
    expected: usual,
    empty: null,
  };
}

type FoundMonth = Omit<Finding, 'month'> & { month: number };

function judgeTotals(tally: MonthTally, parts: readonly EmptyPart[], skip: ReadonlySet<number>): FoundMonth[] {
  const usual = usualLevel(tally.totals, skip);
  const line = Math.min(SHORT_SHARE, Math.exp(-SPREADS * spreadOf(tally.totals, usual)));
  const partsIn = new Map<number, EmptyPart[]>();
  for (const part of parts) {
    const inMonth = partsIn.get(part.month) ?? [];
    inMonth.push(part);
    partsIn.set(part.month, inMonth);
  }
  return tally.totals.values.flatMap((total, at): FoundMonth[] => {
    const around = usual[at];
    if (total === null || !around) return [];
    const month = tally.totals.start + at;
    const empty = partsIn.get(month) ?? [];
    const state = stateOf(
      total,
      around,
      line,
      missingShare(empty, around, tally),
      lostRows(tally, month, around, total),
    );
    if (state === 'complete') return [];
    return [{ ...ABOUT_ALL, month, state, total, expected: around.expected, empty: emptyAreas(empty, tally, month) }];
  });
}

function stateOf(
  total: number,
  usual: Usual,
  line: number,
  missing: number,
  lost: boolean,
): Finding['state'] | 'complete' {
  if (usual.beside >= LEAST_FOR_ZERO && total === 0) return 'zero';
  if (usual.beside < LEAST_FOR_SHORT) return 'complete';
  const share = total / usual.beside;
  if (share < STUB_SHARE) return 'stub';
  if (share < (usual.between ? line : Math.min(line, SHORT_SHARE_AT_ENDS))) return 'short';
  return share < 1 && (missing >= EMPTY_SHARE || lost) ? 'short' : 'complete';
}

/** How much months differ from those around them, as a standard deviation of logarithms, by the median. */
function spreadOf({ values }: MonthRun, usual: readonly (Usual | null)[]): number {
  const away = values.flatMap((value, at) => {
    const around = usual[at]?.around;
    return value !== null && value > 0 && around ? [Math.abs(Math.log(value / around))] : [];
  });
  return (median(away) ?? 0) * SPREAD_OF_MEDIAN;
}

/** Share of what is usual in the file that lies in several areas or categories that have a hole in the month. */
function missingShare(empty: readonly EmptyPart[], usual: Usual, tally: MonthTally): number {
  const of = (kind: EmptyPart['kind'], among: number): number => {
    const own = empty.filter((part) => part.kind === kind);
    // One area of many is said of that area; the rest of the file may be whole.
    if (own.length < 2 || own.length === among) return 0;
    return own.reduce((sum, part) => sum + part.usual, 0) / usual.expected;
  };
  return Math.max(of('area', tally.areas.size), of('category', tally.categories.size));
}

function emptyAreas(empty: readonly EmptyPart[], { areas }: MonthTally, month: number): Finding['empty'] {
  const own = empty.filter(({ kind }) => kind === 'area').length;
  if (own === 0) return null;
  const withSomething = [...areas.values()].filter((run) => (valueAt(run, month) ?? 0) > 0).length;
  return { areas: own, of: own + withSomething };
}

/**
 * Whether fewer cells are filled than a month of this total would fill if every cell had its share: a fall in crime
 * thins cells, a loss of rows empties them.
 */
function lostRows(tally: MonthTally, month: number, usual: Usual, total: number): boolean {
  if (total >= usual.beside * NO_LOSS_SHARE) return false;
  const expected = expectedFilled(tally, month, total / usual.expected);
  const own = filledShare(tally, month, total / usual.expected);
  const typical = median(MONTHS_AROUND.flatMap((step) => filledShare(tally, month + step, 1) ?? []));
  if (own === null || expected === null || typical === null) return false;
  const slack = FILLED_SLACK.full + FILLED_SLACK.empty * (1 - expected / tally.cells);
  return own < typical * (1 - slack);
}

/** Filled cells of a month for each that is expected; null where that says nothing. */
function filledShare(tally: MonthTally, month: number, share: number): number | null {
  const expected = expectedFilled(tally, month, share);
  const filled = valueAt(tally.filled, month);
  return filled === null || expected === null || expected < LEAST_CELLS ? null : filled / expected;
}

/** Cells expected to be filled at a share of the usual, on the line between the shares worked out. */
function expectedFilled({ filledAt }: MonthTally, month: number, share: number): number | null {
  const at = filledAt.map((run) => valueAt(run, month));
  const whole = at[0] ?? null;
  if (whole === null || share >= 1) return whole;
  const place = SHARES.findIndex((each) => share >= each);
  if (place === -1) return ((at.at(-1) ?? 0) * share) / (SHARES.at(-1) ?? 1);
  const [high, low] = [SHARES[place - 1] ?? 1, SHARES[place] ?? 0];
  const [above, below] = [at[place - 1] ?? 0, at[place] ?? 0];
  return below + ((above - below) * (share - low)) / (high - low);
}
