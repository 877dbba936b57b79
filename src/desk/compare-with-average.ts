/** How much a ward's share may differ from the average and still be called much the same. */
const SAME = 0.02;
const LITTLE = 0.15;

/**
 * A ward's share of demand against an average ward's, in words that fit before "an average ward's 2.7%".
 * The figures always stand beside the words.
 */
export function compareWithAverage(share: number, average: number): string {
  const ratio = share / average;
  if (Math.abs(ratio - 1) <= SAME) return 'much the same as';
  if (ratio > 1) return ratio >= 2 ? 'more than twice' : ratio - 1 <= LITTLE ? 'a little more than' : 'more than';
  return ratio < 0.5 ? 'less than half of' : 1 - ratio <= LITTLE ? 'a little less than' : 'less than';
}
