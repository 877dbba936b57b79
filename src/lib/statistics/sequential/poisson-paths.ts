import { poissonProbability, poissonUpper } from '../distributions/index.ts';

/** Counts of a Poisson process of which no path has signalled yet: the chance of each count, and of having signalled. */
export interface CountsSoFar {
  /** Expected events without any change. */
  expected: number;
  /** Chance of 0, 1, 2 … events and no signal so far. */
  chances: readonly number[];
}

export const NO_COUNTS: CountsSoFar = { expected: 0, chances: [1] };

/**
 * Follows the process to a later point, and drops the paths that have reached a count.
 * @param signals count from which on a path has signalled
 * @param relativeRisk events over those expected, 1 where nothing changed
 * @returns the paths left, and the time that paths spent before they signalled, in expected events
 */
export function followCounts(
  { expected, chances }: CountsSoFar,
  later: number,
  signals: number,
  relativeRisk: number,
): { left: CountsSoFar; spent: number } {
  const mean = relativeRisk * (later - expected);
  const left = Array.from({ length: signals }, (_, count) =>
    chances.reduce(
      (sum, chance, before) => (before > count ? sum : sum + chance * poissonProbability(count - before, mean)),
      0,
    ),
  );
  const spent = chances.reduce((sum, chance, before) => sum + chance * timeBelow(signals - before, mean), 0);
  return { left: { expected: later, chances: left }, spent: spent / relativeRisk };
}

/** Expected time, of `mean` in all, until a Poisson process of rate 1 has had so many events: Σ P(at least j), j ≤ events. */
function timeBelow(events: number, mean: number): number {
  let time = 0;
  for (let event = 1; event <= events; event += 1) time += poissonUpper(event, mean);
  return time;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
