/**
 * Lag-one autocorrelation of a short run of values, corrected for its downward bias: the mean of the usual estimate over
 * n values is about ρ − (1 + 3ρ)/n for a first-order autoregression.
 * @param values in time order, null where there is none; products are taken between neighbours only
 * @returns between -0.95 and 0.95; 0 for values that are all alike, or fewer than five
 * @source Kendall (1954), Note on bias in the estimation of autocorrelation, doi:10.1093/biomet/41.3-4.403
 */
export function lagOneAutocorrelation(values: ArrayLike<number | null>): number {
  let count = 0;
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? null;
    if (value === null) continue;
    count += 1;
    sum += value;
  }
  const mean = sum / count;
  let squares = 0;
  let products = 0;
  let pairs = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? null;
    if (value === null) continue;
    squares += (value - mean) ** 2;
    const before = values[at - 1] ?? null;
    if (at === 0 || before === null) continue;
    products += (value - mean) * (before - mean);
    pairs += 1;
  }
  if (count < 5 || squares === 0 || pairs === 0) return 0;
  // A gap loses products but no squares: both are brought to the length of an unbroken run.
  const raw = ((products / pairs) * (count - 1)) / squares;
  return Math.min(0.95, Math.max(-0.95, (count * raw + 1) / (count - 3)));
}
