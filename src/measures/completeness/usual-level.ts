import { median } from '../../lib/statistics/median.ts';
import type { MonthRun } from './month-run.ts';

/** How many other months, the nearest, say what is usual. */
const NEIGHBOURS = 12;
/** How many months before, and how many after, say what the level was on either side. */
const BESIDE = 3;
/** A month of the year is compared with the same month of other years when this many others are held. */
const LEAST_YEARS = 3;
const YEAR = 12;

/** What one month leads one to expect, of itself left out. */
export interface Usual {
  /** Median of the nearest other months, each allowed for its month of the year, brought to this month of the year. */
  expected: number;
  /** The level next to it: the lower of the three months before and the three after, likewise brought to this month. */
  beside: number;
  /** Median of the three months before and the three after, likewise. */
  around: number;
  /** Whether there are three months on both sides, so that a change of level can be told from a gap. */
  between: boolean;
}

/**
 * What the months around each month lead one to expect of it. A month beside a lasting change, such as the spring of
 * 2020, is compared with the lower side, so that a fall that lasts is no gap.
 * @param skip months that count for nobody's usual, because they are known to lack something
 * @returns for each month with a value that has other months around it; null for the others
 */
export function usualLevel(run: MonthRun, skip: ReadonlySet<number> = new Set()): (Usual | null)[] {
  const held = run.values.flatMap((value, at) =>
    value === null || skip.has(run.start + at) ? [] : [{ at, value, season: 1 }],
  );
  const factors = seasonFactors(run.start, held);
  const flat = held.map(({ at, value }) => ({ at, level: value / (factors[(run.start + at) % YEAR] ?? 1) }));
  let low = 0;
  return run.values.map((value, at) => {
    while ((flat[low]?.at ?? at) < at) low += 1;
    if (value === null) return null;
    const high = flat[low]?.at === at ? low + 1 : low;
    const next = nearest(flat, { at, low: low - 1, high }, NEIGHBOURS).map(({ level }) => level);
    const usual = median(next);
    if (usual === null) return null;
    const before = flat.slice(Math.max(0, low - BESIDE), low);
    const after = flat.slice(high, high + BESIDE);
    const around = median([...before, ...after].map(({ level }) => level)) ?? usual;
    const sides = [before, after].filter((side) => side.length === BESIDE);
    const levels = sides.map((side) => median(side.map(({ level }) => level)) ?? usual);
    const factor = factors[(run.start + at) % YEAR] ?? 1;
    return {
      expected: usual * factor,
      beside: Math.min(usual, ...levels) * factor,
      around: around * factor,
      between: sides.length === 2,
    };
  });
}

function seasonFactors(start: number, held: readonly { at: number; value: number }[]): number[] {
  const ratios: number[][] = Array.from({ length: YEAR }, () => []);
  held.forEach(({ at, value }, place) => {
    const around = held.slice(Math.max(0, place - YEAR / 2), place + YEAR / 2 + 1);
    const level = median(around.map((each) => each.value));
    if (around.length > YEAR && level !== null && level > 0) ratios[(start + at) % YEAR]?.push(value / level);
  });
  return ratios.map((each) => (each.length > LEAST_YEARS ? (median(each) ?? 1) || 1 : 1));
}

/** The nearest months to one, of those up to `low` before it and those from `high` on after it. */
function nearest<T extends { at: number }>(
  inOrder: readonly T[],
  from: { at: number; low: number; high: number },
  count: number,
): T[] {
  const { at } = from;
  let { low, high } = from;
  const taken: T[] = [];
  while (taken.length < count && (low >= 0 || high < inOrder.length)) {
    const [earlier, later] = [inOrder[low], inOrder[high]];
    const isEarlier = later === undefined || (earlier !== undefined && at - earlier.at <= later.at - at);
    if (isEarlier && earlier) taken.push(earlier);
    else if (later) taken.push(later);
    if (isEarlier) low -= 1;
    else high += 1;
  }
  return taken;
}
