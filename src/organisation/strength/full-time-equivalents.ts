/** Fractions are kept to a thousandth, so sums are made in whole thousandths: 0.1 + 0.2 is 0.3. */
const THOUSANDTHS = 1000;

/** The sum, exact to a thousandth. */
export function addUp(fullTimeEquivalents: Iterable<number>): number {
  let thousandths = 0;
  for (const each of fullTimeEquivalents) thousandths += Math.round(each * THOUSANDTHS);
  return thousandths / THOUSANDTHS;
}

/** How many whole full-time equivalents: 1.9 is 1. Promises are counted so: two halves are one, four fifths are none. */
export function wholeOf(fullTimeEquivalents: number): number {
  return Math.floor(Math.round(fullTimeEquivalents * THOUSANDTHS) / THOUSANDTHS);
}
