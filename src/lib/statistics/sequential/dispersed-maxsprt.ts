import { InvalidArgument } from '../../invalid-argument.ts';
import { negativeBinomialProbability, poissonProbability } from '../distributions/index.ts';
import type { Random } from '../random.ts';
import { logLikelihoodRatio } from './log-likelihood-ratio.ts';

/** A sequential test of rare events that come in clusters. */
export interface DispersedMaxSprt {
  /** Events expected without any change by each look, from the start; rising, > 0. */
  expected: readonly number[];
  minimumEvents: number;
  /** Variance of the events between two looks over their mean; below 1 counts as 1. */
  dispersion: number;
}

/**
 * The critical value of the log-likelihood ratio at looks by simulation: counts between looks are drawn from negative
 * binomial distributions, independent of each other, and the value kept that at most a share `rate` of the draws reach.
 * Exact only as far as the draws go: with 20,000 a rate of 5 % is known to about 0.3 of a percentage point.
 * @param draws ≥ 1
 * @returns critical: reached to signal; rate: share of the draws that do
 * @throws InvalidArgument when expected events do not rise
 */
export function simulatedCriticalValue(
  { expected, minimumEvents, dispersion }: DispersedMaxSprt,
  rate: number,
  random: Random,
  draws = 20_000,
): { critical: number; rate: number } {
  if (!expected.every((events, look) => events > (expected[look - 1] ?? 0)))
    throw new InvalidArgument(`events expected rise from look to look, not ${expected.join(', ')}`);
  const steps = expected.map((events, look) => drawerOf(events - (expected[look - 1] ?? 0), dispersion));
  const farthest = Float64Array.from({ length: draws }, () => {
    let [count, most] = [0, 0];
    steps.forEach((draw, look) => {
      count += draw(random());
      if (count >= minimumEvents) most = Math.max(most, logLikelihoodRatio(count, expected[look] ?? 0));
    });
    return most;
  }).sort();
  const allowed = Math.floor(rate * draws + 1e-9);
  const line = farthest[draws - allowed - 1] ?? 0;
  // Draws that tie with the first one not allowed may not signal either.
  const critical = farthest.find((value) => value > line) ?? line * (1 + 1e-9) + 1e-9;
  return { critical, rate: farthest.filter((value) => value >= critical).length / draws };
}

/** Chances below which a count is not listed. */
const RARE = 1e-12;

/** Draws counts by looking a uniform number up among the summed chances of 0, 1, 2 … */
function drawerOf(mean: number, dispersion: number): (uniform: number) => number {
  const size = mean / (dispersion - 1);
  const chance = (count: number) =>
    dispersion > 1 + 1e-9 ? negativeBinomialProbability(count, mean, size) : poissonProbability(count, mean);
  const sums = [chance(0)];
  while ((sums.at(-1) ?? 1) < 1 - RARE && sums.length < 10_000) sums.push((sums.at(-1) ?? 0) + chance(sums.length));
  return (uniform) => {
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 1) > uniform) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
