import type { Interval } from './model.ts';

/** A ratio to one decimal, to two up to about one, where one decimal would hide on which side it lies: "3.1", "0.85". */
export function ratioNumber(ratio: number): string {
  return ratio < 1.095 ? ratio.toFixed(2) : ratio.toFixed(1);
}

/** "2.9 to 3.4 times", "more than 2.1 times". */
export function sayRange([lower, upper]: Interval): string {
  if (upper === null) return `more than ${ratioNumber(lower)} times`;
  const [from, to] = [ratioNumber(lower), ratioNumber(upper)];
  return from === to ? `${from} times` : `${from} to ${to} times`;
}

/** Whether a range leaves out an equal rate. */
export function isClear([lower, upper]: Interval): boolean {
  return lower > 1 || (upper !== null && upper < 1);
}

/** What a ratio can bear: "More often, clear of chance taken alone: 2.9 to 3.4 times." */
export function sayRatio(interval: Interval): string {
  if (!isClear(interval)) return `Could be chance: ${sayRange(interval)}.`;
  return `${interval[0] > 1 ? 'More often' : 'Less often'}, clear of chance taken alone: ${sayRange(interval)}.`;
}
