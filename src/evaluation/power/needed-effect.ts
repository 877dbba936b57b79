/** Below this an effect is none, as a share of the most that is looked for. */
const LEAST = 0.0005;
/** How near an effect is found, as a share of itself. */
const NEAR = 0.01;

/**
 * The smallest effect from which on a group is called: by halving, as what is called is called of a larger effect too.
 * @param isCalled the product's own rule, with the effect put in wherever it tells
 * @param most     beyond this nothing is looked for
 * @returns ≥ 0; infinite where no effect up to `most` is called
 */
export function neededEffect(isCalled: (effect: number) => boolean, most: number): number {
  if (isCalled(0)) return 0;
  if (!isCalled(most)) return Number.POSITIVE_INFINITY;
  let [short, enough] = [LEAST * most, most];
  while (enough > (1 + NEAR) * short) {
    const middle = Math.sqrt(short * enough);
    if (isCalled(middle)) enough = middle;
    else short = middle;
  }
  return enough;
}
