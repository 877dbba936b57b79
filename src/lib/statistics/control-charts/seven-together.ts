const SEVEN = 7;

/**
 * Marks every seven neighbours on one side of their centre whose mean lies farther from it than is allowed: a level that moved
 * and stayed, where no single month need be far off. A missing value ends a run.
 * @param values  in time order, null where there is none
 * @param centres centre line at each value, of the same number
 * @param farthest farthest mean of seven that still counts as ordinary, in the unit of the values
 */
export function sevenTogether(
  values: readonly (number | null)[],
  centres: readonly number[],
  farthest: number,
): boolean[] {
  const away = values.map((value, at) => (value === null ? null : value - (centres[at] ?? 0)));
  const marked: boolean[] = new Array(values.length).fill(false);
  for (let end = SEVEN - 1; end < away.length; end += 1) {
    const seven = away.slice(end - SEVEN + 1, end + 1).filter((each) => each !== null);
    // On one side: a single month far off is not said of its neighbours too.
    const oneSide = seven.length === SEVEN && Math.abs(seven.reduce((sum, each) => sum + Math.sign(each), 0)) === SEVEN;
    if (!oneSide || Math.abs(seven.reduce((sum, each) => sum + each, 0) / SEVEN) <= farthest) continue;
    marked.fill(true, end - SEVEN + 1, end + 1);
  }
  return marked;
}
