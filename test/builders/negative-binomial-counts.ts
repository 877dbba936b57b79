import { normal, poisson, type Random } from '../../src/lib/statistics/random.ts';

/**
 * Counts that vary more than Poisson counts: each mean is first multiplied by a gamma variable of mean 1.
 * @param means one for each count, > 0
 * @param theta > 0; variance = mean + mean² ÷ theta
 */
export function negativeBinomialCounts(random: Random, means: readonly number[], theta: number): number[] {
  return means.map((mean) => poisson(random, (mean * gamma(random, theta)) / theta));
}

/**
 * A draw from the gamma distribution of a shape, with scale 1.
 * @source Marsaglia, G. and Tsang, W. W. (2000), ACM TOMS 26(3), doi:10.1145/358407.358414
 */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
