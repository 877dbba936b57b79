/** Posts and fractions are kept to a thousandth, so that a fraction of a post is a whole number of millionths. */
const MILLIONTHS = 1_000_000;

/** The sum, exact to a millionth: 0.1 + 0.2 is 0.3. */
export function addUp(fullTimeEquivalents: Iterable<number>): number {
  let millionths = 0;
  for (const each of fullTimeEquivalents) millionths += Math.round(each * MILLIONTHS);
  return millionths / MILLIONTHS;
}

/** How many whole full-time equivalents: 1.9 is 1. Promises are counted so: two halves are one, four fifths are none. */
export function wholeOf(fullTimeEquivalents: number): number {
  return Math.floor(Math.round(fullTimeEquivalents * MILLIONTHS) / MILLIONTHS);
}
