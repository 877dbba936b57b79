import { betaLower, betaQuantile, betaUpper, betaUpperQuantile } from './beta.ts';
import { normalUpper, normalUpperQuantile } from './normal.ts';

/** P(T ≤ t) of Student's t; degrees of freedom > 0, whole or not, Infinity for the normal distribution. */
export function studentLower(t: number, degreesOfFreedom: number): number {
  return studentUpper(-t, degreesOfFreedom);
}

/** P(T > t) of Student's t, to full relative accuracy. */
export function studentUpper(t: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalUpper(t);
  if (t < 0) return 1 - studentUpper(-t, degreesOfFreedom);
  const square = t * t;
  const total = degreesOfFreedom + square;
  // The smaller of the two shares of the total is the one that keeps its digits.
  const both =
    square < degreesOfFreedom
      ? betaUpper(square / total, 0.5, degreesOfFreedom / 2)
      : betaLower(degreesOfFreedom / total, degreesOfFreedom / 2, 0.5);
  return both / 2;
}

/** The t with P(T ≤ t) = probability. */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  return -studentUpperQuantile(probability, degreesOfFreedom);
}

/** The t with P(T > t) = probability. */
export function studentUpperQuantile(probability: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalUpperQuantile(probability);
  if (probability > 0.5) return -studentUpperQuantile(1 - probability, degreesOfFreedom);
  if (probability <= 0) return Number.POSITIVE_INFINITY;
  const share = betaQuantile(2 * probability, degreesOfFreedom / 2, 0.5);
  if (share < 0.5) return Math.sqrt((degreesOfFreedom * (1 - share)) / share);
  const rest = betaUpperQuantile(2 * probability, 0.5, degreesOfFreedom / 2);
  return Math.sqrt((degreesOfFreedom * rest) / (1 - rest));
}
