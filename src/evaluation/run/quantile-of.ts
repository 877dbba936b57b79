/**
 * The value below which a share of values lies, straight between neighbours.
 * @param values ≥ 1
 * @param share  0–1
 * @source Hyndman and Fan (1996), Sample quantiles in statistical packages, definition 7, doi:10.2307/2684934
 */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
}
