import { median } from '../../lib/statistics/median.ts';

/** A change of one area less that of the comparison areas, and what is not ruled out. */
export interface ChangeByLot {
  /** The area's change less the median of the others' changes. */
  change: number;
  interval: { low: number; high: number; level: number };
}

/**
 * The chance that an area drawn by lot falls at least as far behind the margin: how many of the others' changes, with its own,
 * are as bad as its own less the margin. Exact whatever the distribution.
 * @param worse 1 where higher is worse, −1 where lower is
 */
export function chanceBeyond(
  own: number,
  others: readonly number[],
  { margin, worse }: { margin: number; worse: 1 | -1 },
): number {
  const far = worse * own - margin;
  return (1 + others.filter((other) => worse * other >= far).length) / (others.length + 1);
}

/** Below so many comparison areas no range is given: of eight, the widest range holds 7 in 9. */
export const FEWEST_AREAS = 9;

/**
 * One area's change beside that of comparison areas. If any of them might as well have been the treated one, its change
 * without the pilot lies between the r-th lowest and r-th highest of the others' with probability 1 − 2r / (areas + 1),
 * whatever the distribution; the range is its change less those two, so that it needs no model and no spread. The level is
 * the attainable one nearest 95 %.
 * @param own    change of the treated area
 * @param others changes of the comparison areas
 * @returns null where the comparison areas are fewer than nine
 * @source Distribution-free prediction between order statistics: Wilks (1941), Determination of sample sizes for
 *   setting tolerance limits, Annals of Mathematical Statistics 12, 91–96
 */
export function changeByLot(own: number, others: readonly number[]): ChangeByLot | null {
  const middle = median(others);
  if (others.length < FEWEST_AREAS || middle === null) return null;
  const inOrder = others.toSorted((one, other) => one - other);
  const rank = Math.max(1, Math.round(0.025 * (others.length + 1)));
  const [lowest, highest] = [inOrder[rank - 1] ?? Number.NaN, inOrder.at(-rank) ?? Number.NaN];
  return {
    change: own - middle,
    interval: { low: own - highest, high: own - lowest, level: 1 - (2 * rank) / (others.length + 1) },
  };
}
