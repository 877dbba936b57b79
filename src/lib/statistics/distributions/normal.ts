import erfc from '@stdlib/math-base-special-erfc';

/** P(Z ≤ z) of the standard normal distribution. */
export function normalLower(z: number): number {
  return 0.5 * erfc(-z / Math.SQRT2);
}

/** P(Z > z) of the standard normal distribution, to full relative accuracy. */
export function normalUpper(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}

/** The z with P(Z ≤ z) = probability. */
export function normalQuantile(probability: number): number {
  return -normalUpperQuantile(probability);
}

/**
 * The z with P(Z > z) = probability, by Newton's steps on the logarithm of the tail.
 * @source first guess: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 26.2.23
 */
export function normalUpperQuantile(probability: number): number {
  if (probability > 0.5) return -normalUpperQuantile(1 - probability);
  if (probability <= 0) return Number.POSITIVE_INFINITY;
  const t = Math.sqrt(-2 * Math.log(probability));
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let step = 0; step < 5; step += 1) {
    const reached = normalUpper(z);
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const move = (reached / density) * Math.log(reached / probability);
    z += move;
    if (Math.abs(move) < 1e-9 * Math.abs(z)) break;
  }
  return z;
}
