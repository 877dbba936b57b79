import { betaLower, betaUpper } from './beta.ts';
import { binomialProbability } from './binomial.ts';
import { normalQuantile } from './normal.ts';
import { smallestCount } from './smallest-count.ts';

// Counts with variance mean + mean² / size: a Poisson count whose own mean is drawn from a gamma distribution.

/** P(X = k); k ≥ 0, mean > 0, size > 0. */
export function negativeBinomialProbability(k: number, mean: number, size: number): number {
  if (k === 0) return Math.exp(-size * Math.log1p(mean / size));
  // Γ(k + size) / (k! Γ(size)) is that of a binomial probability with `size` hits, less the hit that ends it.
  return (size / (size + k)) * binomialProbability(size, size + k, size / (size + mean));
}

/** P(X ≤ k). */
export function negativeBinomialLower(k: number, mean: number, size: number): number {
  if (k < 0) return 0;
  const total = size + mean;
  return size < mean ? betaLower(size / total, size, k + 1) : betaUpper(mean / total, k + 1, size);
}

/** P(X ≥ k), k itself included, to full relative accuracy. */
export function negativeBinomialUpper(k: number, mean: number, size: number): number {
  if (k <= 0) return 1;
  const total = size + mean;
  return size < mean ? betaUpper(size / total, size, k) : betaLower(mean / total, k, size);
}

/** The smallest k with P(X ≤ k) ≥ tail, tail below 1. */
export function negativeBinomialQuantile(tail: number, mean: number, size: number): number {
  const guess = aroundMean(normalQuantile(tail), mean, size);
  return smallestCount((k) => negativeBinomialLower(k, mean, size) >= tail, guess);
}

/** The smallest k with P(X > k) ≤ tail, tail above 0. */
export function negativeBinomialUpperQuantile(tail: number, mean: number, size: number): number {
  const guess = aroundMean(-normalQuantile(tail), mean, size);
  return smallestCount((k) => negativeBinomialUpper(k + 1, mean, size) <= tail, guess);
}

function aroundMean(z: number, mean: number, size: number): number {
  const guess = mean + z * Math.sqrt(mean + (mean * mean) / size);
  return Number.isFinite(guess) ? guess : mean;
}
