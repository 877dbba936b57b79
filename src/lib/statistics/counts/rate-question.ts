import { InvalidArgument } from '../../invalid-argument.ts';

/** What two counts are compared under. */
export interface CountOptions {
  /** Time or people at risk behind the current and the previous count, each > 0; equal when left out. */
  exposure?: readonly [number, number];
  /** Ratio of rates, current ÷ previous, that is put to the test, > 0; 1 when left out. */
  ratio?: number;
  /** Share of intervals that hold the true ratio, in (0, 1); 0.95 when left out. */
  level?: number;
}

/** Two counts compared as rates. */
export interface CountComparison {
  /** Two-sided, of the ratio that was put to the test. */
  pValue: number;
  /** Rate of the current count ÷ rate of the previous one; null when the previous count is 0. */
  ratio: number | null;
  /** Lower and upper end for that ratio; the upper is Infinity when the previous count is 0. */
  interval: [number, number];
}

/** Two counts with everything that was left out filled in. */
export interface RateQuestion {
  current: number;
  previous: number;
  /** Previous exposure ÷ current: turns a ratio of counts into one of rates. */
  exposureRatio: number;
  ratio: number;
  /** Share of all events that fall in the current count, were the ratio true. */
  share: number;
  level: number;
}

/**
 * Two counts, checked, as one question.
 * @throws InvalidArgument when a count is no whole number ≥ 0, or an exposure, the ratio or the level is out of range
 */
export function rateQuestion(current: number, previous: number, options: CountOptions): RateQuestion {
  for (const count of [current, previous]) requireCount(count);
  const [currentExposure, previousExposure] = options.exposure ?? [1, 1];
  const ratio = options.ratio ?? 1;
  for (const positive of [currentExposure, previousExposure, ratio])
    if (!(positive > 0 && Number.isFinite(positive)))
      throw new InvalidArgument(`an exposure or a ratio is a number above 0, not ${positive}`);
  const weight = ratio * currentExposure;
  return {
    current,
    previous,
    exposureRatio: previousExposure / currentExposure,
    ratio,
    share: weight / (weight + previousExposure),
    level: requireLevel(options.level ?? 0.95),
  };
}

/** @throws InvalidArgument unless it is a whole number ≥ 0 */
export function requireCount(count: number): number {
  if (!(Number.isSafeInteger(count) && count >= 0))
    throw new InvalidArgument(`a count is a whole number of at least 0, not ${count}`);
  return count;
}

/** @throws InvalidArgument unless it lies between 0 and 1 */
export function requireLevel(level: number): number {
  if (!(level > 0 && level < 1)) throw new InvalidArgument(`a level lies between 0 and 1, not ${level}`);
  return level;
}

/** Rate of the current count ÷ rate of the previous one; null when the previous count is 0. */
export function rateRatio(question: RateQuestion): number | null {
  if (question.previous === 0) return null;
  return (question.current / question.previous) * question.exposureRatio;
}
