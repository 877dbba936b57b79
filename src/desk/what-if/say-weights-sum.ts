/** What becomes of weights that do not sum to 100: "They sum to 120: each counts for its share of that." Else nothing. */
export function sayWeightsSum(sum: number | null): string {
  return sum === null ? '' : `They sum to ${Number(sum.toFixed(3))}: each counts for its share of that.`;
}
