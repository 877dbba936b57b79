import { median } from '../../lib/statistics/median.ts';
import type { MonthRun } from './month-run.ts';

/** Months in a row without anything that still count as a gap; what is longer has ended, and may have begun again. */
const LONGEST = 6;
/** Months before and after a gap that say what is usual there. */
const BESIDE = 6;
/** A month with something in it is a stub below this share of the usual on either side. */
const STUB_SHARE = 0.1;
/** Smaller counts vary too much for a low one to be a stub. */
const LEAST_FOR_STUB = 100;

/** A month of a run that has nothing, or hardly anything, between months that have much. */
export interface Hole {
  month: number;
  value: number;
  /** The lower of what is usual in the six months before and the six after; of the one side there is, at an end. */
  usual: number;
}

/**
 * Finds months of a run that have nothing though months before and after them have plenty: one to six in a row. A month
 * with something in it counts when it is under a tenth of the usual on both sides and that is at least 100.
 * @param leastUsual how much the months on either side must have, so that none at all is no chance
 * @param atEnds whether none in the first or last months counts as well: an area does not cease, a category may
 */
export function holesIn({ start, values }: MonthRun, leastUsual: number, atEnds: boolean): Hole[] {
  const holes: Hole[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (value === null || value === undefined || !mayBeHole(value, values, at)) continue;
    const [from, to] = emptyStretch(values, at);
    if (to - from > LONGEST) continue;
    const before = usualOf(values.slice(Math.max(0, from - BESIDE), from));
    const after = usualOf(values.slice(to, to + BESIDE));
    if (!atEnds && (before === null || after === null)) continue;
    if (before === null && after === null) continue;
    const usual = Math.min(before ?? Infinity, after ?? Infinity);
    const least = value > 0 ? Math.max(leastUsual, LEAST_FOR_STUB) : leastUsual;
    if (usual >= least && value < usual * STUB_SHARE) holes.push({ month: start + at, value, usual });
  }
  return holes;
}

/** Leaves out at once the many months that are no smaller than the one before or after. */
function mayBeHole(value: number, values: MonthRun['values'], at: number): boolean {
  if (value === 0) return true;
  const beside = Math.max(values[at - 1] ?? 0, values[at + 1] ?? 0);
  return beside >= LEAST_FOR_STUB * STUB_SHARE && value < beside * (2 * STUB_SHARE);
}

/** The months around one that have nothing, it included: from the first to after the last. */
function emptyStretch(values: MonthRun['values'], at: number): [from: number, to: number] {
  const isEmpty = (place: number): boolean => values[place] === 0 || (values[place] === null && values.length > place);
  if (values[at] !== 0) return [at, at + 1];
  let [from, to] = [at, at + 1];
  while (from > 0 && isEmpty(from - 1)) from -= 1;
  while (to < values.length && isEmpty(to)) to += 1;
  return [from, to];
}

/** The median of the months with something, when at least half of those with a value are; else 0. */
function usualOf(side: MonthRun['values']): number | null {
  const held = side.filter((value) => value !== null);
  const filled = held.filter((value) => value > 0);
  if (held.length === 0) return null;
  return filled.length * 2 >= held.length ? median(filled) : 0;
}
