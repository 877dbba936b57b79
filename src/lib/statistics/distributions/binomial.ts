import { betaLower, betaUpper } from './beta.ts';
import { deviancePart } from './deviance-part.ts';
import { normalQuantile } from './normal.ts';
import { smallestCount } from './smallest-count.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * P(X = k) of `trials` trials; k and trials ≥ 0, k at most the trials, probability in [0, 1].
 * @source Loader, C. (2000), Fast and accurate computation of binomial probabilities
 */
export function binomialProbability(k: number, trials: number, probability: number): number {
  const failure = 1 - probability;
  if (k === 0) return Math.exp(trials * Math.log1p(-probability));
  if (k === trials) return probability ** trials;
  if (probability === 0 || failure === 0) return 0;
  const rest = trials - k;
  const exponent =
    stirlingError(trials) -
    stirlingError(k) -
    stirlingError(rest) -
    deviancePart(k, trials * probability) -
    deviancePart(rest, trials * failure);
  return Math.exp(exponent) * Math.sqrt(trials / (2 * Math.PI * k * rest));
}

/** P(X ≤ k). */
export function binomialLower(k: number, trials: number, probability: number): number {
  if (k < 0) return 0;
  return k >= trials ? 1 : betaUpper(probability, k + 1, trials - k);
}

/** P(X ≥ k), k itself included, to full relative accuracy. */
export function binomialUpper(k: number, trials: number, probability: number): number {
  if (k <= 0) return 1;
  return k > trials ? 0 : betaLower(probability, k, trials - k + 1);
}

/** The smallest k with P(X ≤ k) ≥ tail. */
export function binomialQuantile(tail: number, trials: number, probability: number): number {
  const guess = aroundMean(normalQuantile(tail), trials, probability);
  return smallestCount((k) => k >= trials || binomialLower(k, trials, probability) >= tail, guess);
}

/** The smallest k with P(X > k) ≤ tail. */
export function binomialUpperQuantile(tail: number, trials: number, probability: number): number {
  const guess = aroundMean(-normalQuantile(tail), trials, probability);
  return smallestCount((k) => k >= trials || binomialUpper(k + 1, trials, probability) <= tail, guess);
}

function aroundMean(z: number, trials: number, probability: number): number {
  const guess = trials * probability + z * Math.sqrt(trials * probability * (1 - probability));
  return Number.isFinite(guess) ? Math.min(trials, guess) : trials * probability;
}
