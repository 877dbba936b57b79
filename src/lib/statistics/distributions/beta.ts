import betainc from '@stdlib/math-base-special-betainc';
import betaincinv from '@stdlib/math-base-special-betaincinv';

/** P(X ≤ x) of a beta distribution; shapes a, b > 0, x in [0, 1]. */
export function betaLower(x: number, a: number, b: number): number {
  return betainc(x, a, b, true, false);
}

/** P(X > x) of a beta distribution, to full relative accuracy; shapes a, b > 0, x in [0, 1]. */
export function betaUpper(x: number, a: number, b: number): number {
  return betainc(x, a, b, true, true);
}

/** The x with P(X ≤ x) = probability; shapes a, b > 0. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return betaincinv(probability, a, b, false);
}

/** The x with P(X > x) = probability; shapes a, b > 0. */
export function betaUpperQuantile(probability: number, a: number, b: number): number {
  return betaincinv(probability, a, b, true);
}
