/** A change is said to be seen when it is called so often. */
const FOUR_IN_FIVE = 0.8;

/** The smallest effect that is called in four of five pretended pilots, each called from its own smallest effect on. */
export function seenFourInFive(needed: readonly number[]): number {
  const inOrder = needed.toSorted((one, other) => one - other);
  return inOrder[Math.ceil(FOUR_IN_FIVE * inOrder.length) - 1] ?? Number.POSITIVE_INFINITY;
}

/** Share of pretended pilots in which an effect is called: never falls as the effect grows. */
export function chanceOfSeeing(effect: number, needed: readonly number[]): number {
  return needed.filter((each) => each <= effect).length / needed.length;
}
