import { negativeBinomialLower, normalQuantile, poissonLower } from '../distributions/index.ts';

/** Counts with a mean and how many times their variance is that mean. */
export interface CountMarginal {
  mean: number;
  dispersion: number;
}

/**
 * The standard normal values at which a count of given mean and dispersion grows by one: a normal draw becomes a count by
 * asking how many of them it exceeds, so that autocorrelated normal draws become autocorrelated counts.
 * @returns ascending; the k-th is where the count passes from k to k + 1
 */
export function countThresholds({ mean, dispersion }: CountMarginal): Float64Array {
  const thresholds: number[] = [];
  for (let count = 0; ; count += 1) {
    const lower =
      dispersion > 1 ? negativeBinomialLower(count, mean, mean / (dispersion - 1)) : poissonLower(count, mean);
    if (lower >= 1 - 1e-9) return Float64Array.from(thresholds);
    thresholds.push(normalQuantile(lower));
  }
}

/** How many thresholds a value exceeds. */
export function countAt(thresholds: Float64Array, value: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((thresholds[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
