/** Ranks wards by demand, many times over. */
export interface RankAgain {
  /** 1 for the most demand; wards of equal demand have the same rank, and as many ranks are passed over after them. */
  readonly ranks: Int32Array;
  rank(demand: Float64Array): void;
}

/** Prepares to rank so many wards again and again without allocating. Cost: W log W. */
export function rankAgain(wards: number): RankAgain {
  const ranks = new Int32Array(wards);
  const sorted = new Float64Array(wards);
  return {
    ranks,
    rank(demand) {
      sorted.set(demand);
      sorted.sort();
      for (let ward = 0; ward < wards; ward += 1) ranks[ward] = 1 + countAbove(sorted, demand[ward] ?? 0);
    },
  };
}

/** How many of numbers in rising order are above one of them. */
function countAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}
