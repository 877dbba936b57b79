import type { UnchangingMonths } from './unchanging-months.ts';

/** The most and the least that the level is taken to persist. */
const MOST_PERSISTENT = 0.9;
const LEAST_PERSISTENT = -0.3;

/**
 * Unchanging months with a mean, relative variance and lag-one autocorrelation. What chance does not account for of the
 * variance is wandering; where that could not give so strong an autocorrelation, more of the variance is.
 * @param mean a month; infinite for values that are no counts
 */
export function monthsAlike(mean: number, variance: number, autocorrelation: number): UnchangingMonths {
  const least = Math.min(variance, Math.abs(autocorrelation * variance) / (autocorrelation > 0 ? 0.8 : 0.3));
  const level = Math.max(0, variance - 1 / mean, least);
  const wander = Math.sqrt(Math.log1p(level));
  const persistence = level === 0 ? 0 : (autocorrelation * variance) / level;
  return { mean, wander, persistence: Math.min(MOST_PERSISTENT, Math.max(LEAST_PERSISTENT, persistence)) };
}
