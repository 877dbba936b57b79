import { gammaLower, gammaQuantile, gammaUpper } from './gamma.ts';

/** P(X ≤ x) of a chi-squared distribution; degrees of freedom > 0, whole or not. */
export function chiSquaredLower(x: number, degreesOfFreedom: number): number {
  return gammaLower(x / 2, degreesOfFreedom / 2);
}

/** P(X > x) of a chi-squared distribution, to full relative accuracy. */
export function chiSquaredUpper(x: number, degreesOfFreedom: number): number {
  return gammaUpper(x / 2, degreesOfFreedom / 2);
}

/** The x with P(X ≤ x) = probability. */
export function chiSquaredQuantile(probability: number, degreesOfFreedom: number): number {
  return 2 * gammaQuantile(probability, degreesOfFreedom / 2);
}
