import { InvalidArgument } from '../invalid-argument.ts';
import { fitTarget, targetOf } from './fit-target.ts';
import type { Comparison, Fit, Method, Mode } from './model.ts';
import { preparePanel } from './prepared-panel.ts';
import { timeGrams } from './time-gram.ts';

/**
 * Estimates what a treated series would have been from the donors, and its mean gap after the start.
 *
 * 'did': the donors' mean; 'sc': the mixture nearest before the start; 'difp': the same up to a fixed difference; 'sdid': the
 * same spread out over donors, with times before the start weighted by how like the times after it they are in the donors.
 * @param mode 'exact' to a duality gap of rounding; 'as published' stops where the reference package of the paper stops
 * @throws InvalidArgument when lengths differ, a value is not finite, or the start is out of range
 * @source Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), Synthetic Difference-in-Differences, doi:10.1257/aer.20190159
 * @example
 * const comparison = { treated: [1, 1, 3], donors: [[0, 0, 0], [2, 2, 3]], start: 2, treatedUnits: 1 };
 * fitComparison(comparison, 'did').estimate; // 1.5
 */
export function fitComparison(comparison: Comparison, method: Method, mode: Mode = 'exact'): Fit {
  const { treated, donors, start, treatedUnits } = comparison;
  const panel = preparePanel(donors, start);
  if (treated.length !== panel.times || !treated.every(Number.isFinite)) {
    throw new InvalidArgument(`The treated series has ${treated.length} values for ${panel.times} times, all finite.`);
  }
  if (!(Number.isInteger(treatedUnits) && treatedUnits >= 1)) {
    throw new InvalidArgument(`${treatedUnits} treated units are not a number of units.`);
  }
  const pool = Int32Array.from(donors.keys());
  const times = method === 'sdid' ? timeGrams(panel, pool)(pool, []) : null;
  return fitTarget(panel, pool, targetOf(panel, treated), { method, mode, treatedUnits }, times);
}
