import { InvalidArgument } from '../../invalid-argument.ts';
import { normalUpperQuantile } from '../distributions/index.ts';

/** A ratio with its interval; the ratio is null and the interval [0, Infinity] where a count of zero leaves it open. */
export interface RatioEstimate {
  ratio: number | null;
  interval: [number, number];
}

/**
 * The ratio of two rates of events per exposure, with an interval from the normal distribution of its logarithm: variance
 * 1/a + 1/b. Assumes Poisson counts; close to the exact interval from about ten events on each side.
 * @param cases    events of the two groups, whole numbers ≥ 0
 * @param exposure persons, person-years or days of the two groups, > 0, in one unit
 * @param level    of the interval, between 0 and 1
 * @throws InvalidArgument when a count is below zero or an exposure is not above it
 * @source Rothman, Greenland and Lash (2008), Modern Epidemiology, 3rd ed., chapter 14
 * @example logWaldRateRatio([60, 20], [1000, 1500]).ratio // 4.5
 */
export function logWaldRateRatio(
  cases: readonly [number, number],
  exposure: readonly [number, number],
  level = 0.95,
): RatioEstimate {
  const [a, b] = cases;
  return fromLogarithm(cases, exposure, 1 / a + 1 / b, level);
}

/**
 * The ratio of two shares of trials, with Katz's interval from the normal distribution of its logarithm.
 * @param successes of the two groups, whole numbers from 0 to their trials
 * @param trials    of the two groups, whole numbers > 0
 * @throws InvalidArgument when there are more successes than trials
 * @source Katz, Baptista, Azen and Pike (1978), Biometrics 34:469–474, doi:10.2307/2530610
 * @example katzShareRatio([60, 20], [1000, 1500]) // 4.5, 2.730 to 7.417
 */
export function katzShareRatio(
  successes: readonly [number, number],
  trials: readonly [number, number],
  level = 0.95,
): RatioEstimate {
  const [[a, b], [m, n]] = [successes, trials];
  if (a > m || b > n) throw new InvalidArgument('There are more successes than trials.');
  return fromLogarithm(successes, trials, 1 / a - 1 / m + 1 / b - 1 / n, level);
}

function fromLogarithm(
  [a, b]: readonly [number, number],
  [m, n]: readonly [number, number],
  variance: number,
  level: number,
): RatioEstimate {
  if (!(a >= 0 && b >= 0)) throw new InvalidArgument('A count is below zero.');
  if (!(m > 0 && n > 0)) throw new InvalidArgument('An exposure is not above zero.');
  if (a === 0 || b === 0) return { ratio: b === 0 ? null : 0, interval: [0, Number.POSITIVE_INFINITY] };
  const ratio = a / m / (b / n);
  return { ratio, interval: aroundRatio(ratio, Math.sqrt(variance) * normalUpperQuantile((1 - level) / 2)) };
}

/** The interval of a ratio whose logarithm lies within some half width. */
export function aroundRatio(ratio: number, halfWidth: number): [number, number] {
  return [ratio * Math.exp(-halfWidth), ratio * Math.exp(halfWidth)];
}
