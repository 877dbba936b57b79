/** From when on counts under a least one are shown without a percentage. */
interface SmallNumberRule {
  from: string;
  /** Counts under it are small. */
  least: number;
  because: string;
}

/** The latest last; a change is a further entry. */
export const SMALL_NUMBER_RULES: readonly SmallNumberRule[] = [
  {
    from: '2024-07-18',
    least: 20,
    because:
      'Of a count of 20 chance alone makes about 22% more or fewer in two years of three, so that a percentage would mostly be chance.',
  },
];

/** The least count that is not small on a day; before the first rule, that of the first. */
export function leastCount(asAt: string, rules: readonly SmallNumberRule[] = SMALL_NUMBER_RULES): number {
  return (rules.findLast(({ from }) => from <= asAt) ?? rules[0])?.least ?? 0;
}

/** Whether either count is too small for a percentage. */
export function smallNumbers(current: number, previous: number, least: number): boolean {
  return current < least || previous < least;
}
