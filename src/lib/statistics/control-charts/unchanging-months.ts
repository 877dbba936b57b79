import { normal, poisson, type Random } from '../random.ts';

/**
 * Months of a process that never changes: Poisson counts around a level that wanders, month by month, about one that stays.
 * The logarithm of the level is a first-order autoregression, so that months are overdispersed, skewed and resemble the one
 * before, as recorded crime does.
 */
export interface UnchangingMonths {
  /** Mean a month; infinite for values that are no counts, whose only scatter is the wandering. */
  mean: number;
  /** Standard deviation of the logarithm of the level. */
  wander: number;
  /** Autocorrelation of that logarithm from one month to the next, between -1 and 1. */
  persistence: number;
}

/** What wandering adds to the relative variance of months: that of a lognormal level. */
export function varianceOfLevel(wander: number): number {
  return Math.expm1(wander ** 2);
}

/** Variance of a month over the square of its mean: chance and wandering together. */
export function relativeVariance({ mean, wander }: Pick<UnchangingMonths, 'mean' | 'wander'>): number {
  return 1 / mean + varianceOfLevel(wander);
}

/** Skewness of a month: of Poisson counts around a lognormal level. */
export function skewnessOf({ mean, wander }: Pick<UnchangingMonths, 'mean' | 'wander'>): number {
  const level = varianceOfLevel(wander);
  const third = 1 / mean ** 2 + (3 * level) / mean + level ** 3 + 3 * level ** 2;
  return third / relativeVariance({ mean, wander }) ** 1.5;
}

/**
 * Fills values with such months, as shares of their mean.
 * @param swing how far the year's cycle goes up and down, as a share: January stands at the mean
 */
export function drawMonths(
  values: Float64Array,
  { mean, wander, persistence }: UnchangingMonths,
  swing: number,
  random: Random,
): void {
  const innovation = Math.sqrt(1 - persistence ** 2);
  let level = normal(random);
  for (let at = 0; at < values.length; at += 1) {
    if (at > 0) level = persistence * level + innovation * normal(random);
    const expected = (1 + swing * Math.sin((2 * Math.PI * at) / 12)) * Math.exp(wander * level - wander ** 2 / 2);
    values[at] = mean === Number.POSITIVE_INFINITY ? expected : poisson(random, mean * expected) / mean;
  }
}
