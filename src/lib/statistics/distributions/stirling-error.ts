import gammaln from '@stdlib/math-base-special-gammaln';

const HALF_LN_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * ln Γ(n + 1) less Stirling's n ln n − n + ½ ln 2πn: what makes probabilities of large counts exact.
 * @param n > 0, whole or not
 * @source NIST Digital Library of Mathematical Functions, 5.11.1, https://dlmf.nist.gov/5.11#E1
 */
export function stirlingError(n: number): number {
  if (n < 16) return gammaln(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LN_TWO_PI;
  const s = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * s) * s) * s) * s) * s) / n;
}
