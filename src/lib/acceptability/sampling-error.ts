/** Standard normal quantile of 97.5%. */
const NORMAL_95 = 1.959963984540054;

/**
 * The most a share may be off by because it was counted in a sample, at 95%: half the width of the usual interval where the
 * share is one half, which is where it is widest.
 * @param samples ≥ 1
 * @example
 * samplingError(10_000); // 0.0098: just under one percentage point
 */
export function samplingError(samples: number): number {
  return Math.min(1, NORMAL_95 * Math.sqrt(0.25 / samples));
}
