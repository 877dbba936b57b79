import { fitTarget, targetOf } from './fit-target.ts';
import type { Comparison, Method, Mode } from './model.ts';
import { preparePanel } from './prepared-panel.ts';
import { timeGrams } from './time-gram.ts';

/** The estimate without one of its donors. */
export interface WithoutDonor {
  /** Index of the donor that is left out. */
  donor: number;
  estimate: number;
  preRmspe: number;
}

/**
 * The same estimate with each donor left out in turn: whether it hangs on one of them.
 * @returns one for each donor, in order; none where there is but one
 * @throws InvalidArgument when lengths differ, a value is not finite, or the start is out of range
 * @source Abadie, Diamond and Hainmueller (2015), on leave-one-out distributions, doi:10.1111/ajps.12116
 */
export function leaveOneOut(comparison: Comparison, method: Method, mode: Mode = 'exact'): WithoutDonor[] {
  const { treated, donors, start, treatedUnits } = comparison;
  if (donors.length < 2) return [];
  const panel = preparePanel(donors, start);
  const pool = Int32Array.from(donors.keys());
  const target = targetOf(panel, treated);
  const timesOf = method === 'sdid' ? timeGrams(panel, pool) : null;
  return donors.map((_, donor) => {
    const rest = pool.filter((other) => other !== donor);
    const times = timesOf?.(rest, [donor]) ?? null;
    const { estimate, preRmspe } = fitTarget(panel, rest, target, { method, mode, treatedUnits }, times);
    return { donor, estimate, preRmspe };
  });
}
