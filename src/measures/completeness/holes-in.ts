import { median } from '../../lib/statistics/median.ts';
import type { MonthRun } from './month-run.ts';

/** Months in a row without anything that still count as a gap; what is longer has ended, and may have begun again. */
const LONGEST = 6;
/** Months before and after a gap that say what is usual there. */
const BESIDE = 6;
/** A month with something in it is a stub below this share of the usual on either side. */
const STUB_SHARE = 0.1;
/** Share of the months beside a gap that have something: a publication may lack an area every second month. */
const LEAST_FILLED = { area: 1 / 2, category: 3 / 4 };
/** The lowest month beside a gap that has something must have this share of the usual: where months vary, none is one more. */
const STEADY_SHARE = 1 / 3;
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
    const usual = usualBeside(values, from, to, atEnds);
    const least = value > 0 ? Math.max(leastUsual, LEAST_FOR_STUB) : leastUsual;
    if (usual >= least && value < usual * STUB_SHARE) holes.push({ month: start + at, value, usual });
  }
  return holes;
}

/** The lower of what is usual before and after some months; 0 where a side has nothing or, unless at ends, is missing. */
function usualBeside(values: MonthRun['values'], from: number, to: number, atEnds: boolean): number {
  const leastFilled = atEnds ? LEAST_FILLED.area : LEAST_FILLED.category;
  const before = usualOf(values.slice(Math.max(0, from - BESIDE), from), leastFilled);
  const after = usualOf(values.slice(to, to + BESIDE), leastFilled);
  if (before === null || after === null) return atEnds ? (before ?? after ?? 0) : 0;
  return Math.min(before, after);
}

/** Leaves out at once the many months that are no smaller than the one before or after. */
function mayBeHole(value: number, values: MonthRun['values'], at: number): boolean {
  if (value === 0) return true;
  const beside = Math.max(values[at - 1] ?? 0, values[at + 1] ?? 0);
  return beside >= LEAST_FOR_STUB * STUB_SHARE && value < beside * (2 * STUB_SHARE);
}

/** The months around one that have nothing, it included: from the first to after the last. */
function emptyStretch(values: MonthRun['values'], at: number): [from: number, to: number] {
  const isEmpty = (place: number): boolean => values[place] === 0 || values[place] === null;
  if (values[at] !== 0) return [at, at + 1];
  let [from, to] = [at, at + 1];
  while (from > 0 && isEmpty(from - 1)) from -= 1;
  while (to < values.length && isEmpty(to)) to += 1;
  return [from, to];
}

/** The median of the months with something, when they are steady and most of those with a value; else 0. */
function usualOf(side: MonthRun['values'], leastFilled: number): number | null {
  const held = side.filter((value) => value !== null);
  const filled = held.filter((value) => value > 0);
  const usual = median(filled);
  if (held.length === 0) return null;
  if (usual === null || filled.length < held.length * leastFilled) return 0;
  return Math.min(...filled) >= usual * STEADY_SHARE ? usual : 0;
}
