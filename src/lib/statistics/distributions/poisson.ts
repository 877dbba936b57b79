import { deviancePart } from './deviance-part.ts';
import { gammaLower, gammaUpper } from './gamma.ts';
import { normalQuantile } from './normal.ts';
import { smallestCount } from './smallest-count.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * P(X = k); k ≥ 0, mean ≥ 0.
 * @source Loader, C. (2000), Fast and accurate computation of binomial probabilities
 */
export function poissonProbability(k: number, mean: number): number {
  if (k === 0) return Math.exp(-mean);
  if (mean === 0) return 0;
  return Math.exp(-stirlingError(k) - deviancePart(k, mean)) / Math.sqrt(2 * Math.PI * k);
}

/** P(X ≤ k). */
export function poissonLower(k: number, mean: number): number {
  return k < 0 ? 0 : gammaUpper(mean, k + 1);
}

/** P(X ≥ k), k itself included, to full relative accuracy. */
export function poissonUpper(k: number, mean: number): number {
  return k <= 0 ? 1 : gammaLower(mean, k);
}

/** The smallest k with P(X ≤ k) ≥ tail, tail below 1. */
export function poissonQuantile(tail: number, mean: number): number {
  return smallestCount((k) => poissonLower(k, mean) >= tail, aroundMean(normalQuantile(tail), mean));
}

/** The smallest k with P(X > k) ≤ tail, tail above 0. */
export function poissonUpperQuantile(tail: number, mean: number): number {
  return smallestCount((k) => poissonUpper(k + 1, mean) <= tail, aroundMean(-normalQuantile(tail), mean));
}

function aroundMean(z: number, mean: number): number {
  const guess = mean + z * Math.sqrt(mean);
  return Number.isFinite(guess) ? guess : mean;
}
