import type { CountAt } from './tails.ts';

/** What Anscombe adds to a count so that the variance of its root is steady down to small means. */
const ANSCOMBE = 3 / 8;

/**
 * How many standard deviations a count lies from what is expected, on a scale on which the deviation of chance is about 1
 * whatever the rate: twice the difference of square roots, or of arc sines.
 * @source Anscombe (1948), The transformation of Poisson, binomial and negative-binomial data, Biometrika 35,
 *   doi:10.1093/biomet/35.3-4.246
 */
export function steadyScore(at: CountAt, count: number): number {
  return (position(at, count) - position(at, at.rate * at.exposure)) / chanceDeviation(at);
}

/** The count that lies a number of standard deviations of chance from what is expected; never under 0 or over the trials. */
export function countAtScore(at: CountAt, score: number): number {
  const place = position(at, at.rate * at.exposure) + score * chanceDeviation(at);
  if (at.family === 'poisson') return Math.max(0, Math.max(0, place) ** 2 * at.exposure - ANSCOMBE);
  const share = Math.sin(Math.min(Math.PI / 2, Math.max(0, place))) ** 2;
  return Math.min(at.exposure, Math.max(0, share * (at.exposure + 2 * ANSCOMBE) - ANSCOMBE));
}

/** Standard deviation that chance alone gives a unit of this exposure on the steady scale. */
export function chanceDeviation({ family, exposure }: CountAt): number {
  return family === 'poisson' ? 1 / (2 * Math.sqrt(exposure)) : 1 / (2 * Math.sqrt(exposure + 1 / 2));
}

function position({ family, exposure }: CountAt, count: number): number {
  if (family === 'poisson') return Math.sqrt((count + ANSCOMBE) / exposure);
  return Math.asin(Math.sqrt((count + ANSCOMBE) / (exposure + 2 * ANSCOMBE)));
}
