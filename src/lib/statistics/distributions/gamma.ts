import gammainc from '@stdlib/math-base-special-gammainc';
import gammaincinv from '@stdlib/math-base-special-gammaincinv';
import gammaln from '@stdlib/math-base-special-gammaln';
import { deviancePart } from './deviance-part.ts';
import { normalUpperQuantile } from './normal.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Largest shape for which the tails are stdlib's. Above about 500, gammainc 0.3.1 is wrong near the mean: for shape 1066 at
 * 1021 it says 0.131 where the lower tail is 0.085. Below 500 it agrees with R to 3e-14.
 */
const LARGEST_LIBRARY_SHAPE = 170;

/** xˢ e⁻ˣ / Γ(s + 1). */
function leadingTerm(x: number, shape: number): number {
  return Math.exp(-stirlingError(shape) - deviancePart(shape, x)) / Math.sqrt(2 * Math.PI * shape);
}

/** Lower tail by its power series, for x at most the shape + 1. @source https://dlmf.nist.gov/8.11#E4 */
function lowerSeries(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return leadingTerm(x, shape) * sum;
}

/** Upper tail by its continued fraction, for x above the shape (modified Lentz). @source https://dlmf.nist.gov/8.9#E2 */
function upperFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1e6; n += 1) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return leadingTerm(x, shape) * shape * fraction;
}

/** P(X ≤ x) of a gamma distribution of scale 1; shape > 0, x ≥ 0. */
export function gammaLower(x: number, shape: number): number {
  if (shape <= LARGEST_LIBRARY_SHAPE) return gammainc(x, shape, true, false);
  if (x <= 0) return 0;
  return x < shape + 1 ? lowerSeries(x, shape) : 1 - upperFraction(x, shape);
}

/** P(X > x) of a gamma distribution of scale 1, to full relative accuracy; shape > 0, x ≥ 0. */
export function gammaUpper(x: number, shape: number): number {
  if (shape <= LARGEST_LIBRARY_SHAPE) return gammainc(x, shape, true, true);
  if (x <= 0) return 1;
  return x < shape + 1 ? 1 - lowerSeries(x, shape) : upperFraction(x, shape);
}

/** The x with P(X ≤ x) = probability, for a gamma distribution of scale 1. */
export function gammaQuantile(probability: number, shape: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return Number.POSITIVE_INFINITY;
  const near =
    shape <= LARGEST_LIBRARY_SHAPE ? gammaincinv(probability, shape, false) : cubeRoot(probability, shape, -1);
  // Far down the tail the density hardly falls, and P(X ≤ x) is xˢ / Γ(s + 1).
  const start = near > 0 ? near : Math.exp((Math.log(probability) + gammaln(shape + 1)) / shape);
  return refine(start, probability, shape, gammaLower, 1);
}

/** The x with P(X > x) = probability, for a gamma distribution of scale 1. */
export function gammaUpperQuantile(probability: number, shape: number): number {
  if (probability <= 0) return Number.POSITIVE_INFINITY;
  if (probability >= 1) return 0;
  const start =
    shape <= LARGEST_LIBRARY_SHAPE ? gammaincinv(probability, shape, true) : cubeRoot(probability, shape, 1);
  return refine(start, probability, shape, gammaUpper, -1);
}

/** A quantile by the cube root of x / shape, which is nearly normal (Wilson and Hilferty 1931). */
function cubeRoot(probability: number, shape: number, side: 1 | -1): number {
  const z = side * normalUpperQuantile(probability);
  return shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
}

/** Newton's steps on the logarithm of a tail: stdlib's inverse has six digits in the far tails. */
function refine(start: number, probability: number, shape: number, tail: typeof gammaLower, side: 1 | -1): number {
  let x = start;
  for (let step = 0; step < 50; step += 1) {
    const reached = tail(x, shape);
    const density = (leadingTerm(x, shape) * shape) / x;
    const move = (reached / density) * Math.log(probability / reached) * side;
    if (!Number.isFinite(move)) break;
    x += move;
    if (Math.abs(move) <= 1e-10 * x) break;
  }
  return x;
}
