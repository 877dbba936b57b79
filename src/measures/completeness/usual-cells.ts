/** Months before and after by which a cell's usual count is known. */
const REACH = 6;

/**
 * For each month, how likely a cell is to have more than none, from its mean over the six months before and the six
 * after, were it this share of that mean: 1 − exp(−share × mean), as counts that come one by one would have it.
 * @param values counts of one category in one area; null where there is none
 * @param shares of the usual, each > 0
 * @returns one run for each share, as long as the values; null where the cell has no value or no other month
 */
export function usualCells(values: readonly (number | null)[], shares: readonly number[]): (number | null)[][] {
  const out = shares.map(() => new Array<number | null>(values.length).fill(null));
  if (!values.some((value) => value !== null && value > 0)) {
    // Never anything: never expected. Most cells of a small-area file are like this.
    values.forEach((value, at) => {
      if (value !== null) for (const run of out) run[at] = 0;
    });
    return out;
  }
  const [sums, counts] = runningSums(values);
  values.forEach((value, at) => {
    if (value === null) return;
    const [from, to] = [Math.max(0, at - REACH), Math.min(values.length, at + REACH + 1)];
    const others = (counts[to] ?? 0) - (counts[from] ?? 0) - 1;
    if (others < 1) return;
    const mean = ((sums[to] ?? 0) - (sums[from] ?? 0) - value) / others;
    shares.forEach((share, place) => {
      const run = out[place];
      if (run) run[at] = 1 - Math.exp(-share * mean);
    });
  });
  return out;
}

function runningSums(values: readonly (number | null)[]): [Float64Array, Float64Array] {
  const [sums, counts] = [new Float64Array(values.length + 1), new Float64Array(values.length + 1)];
  values.forEach((value, at) => {
    sums[at + 1] = (sums[at] ?? 0) + (value ?? 0);
    counts[at + 1] = (counts[at] ?? 0) + (value === null ? 0 : 1);
  });
  return [sums, counts];
}
