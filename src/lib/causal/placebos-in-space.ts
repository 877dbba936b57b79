import { InvalidArgument } from '../invalid-argument.ts';
import { type Combine, combine } from './combine.ts';
import { fitTarget, rootMeanSquare, targetOf } from './fit-target.ts';
import type { Fit, Method, Mode, Panel, Placebo } from './model.ts';
import { noiseOf, type PreparedPanel, preparePanel } from './prepared-panel.ts';
import { timeGrams } from './time-gram.ts';

export interface PlacebosInSpace {
  panel: Panel;
  /** Index of the first treated time. */
  start: number;
  method: Method;
  /** 'exact' unless told otherwise. */
  mode?: Mode;
  /** Indexes of the units of each group, each group fitted with all the others as its donors. */
  groups: readonly (readonly number[])[];
  /** Indexes of units that are never donors: the treated ones, where groups hold none of them. */
  never?: readonly number[];
  combine: Combine;
  /** ζ of 'sdid' for every group; each group's own, by its size and its donors' noise, unless told otherwise. */
  zeta?: number;
}

/** Gaps before the start below this share of the noise are rounding of a fit without error. */
const NO_ERROR = 1e-6;

/**
 * Pretends that each of several groups of units was treated, and fits it with all other units as its donors.
 *
 * Products of units, and of times, are made once for all groups.
 * @returns a placebo for each group, in the order of `groups`
 * @throws InvalidArgument when an index is out of range, a group is empty, or leaves no donor
 * @source Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746
 */
export function placebosInSpace(question: PlacebosInSpace): Placebo[] {
  const { panel, start, method, mode = 'exact', groups, never = [], zeta } = question;
  checkGroups(panel.units.length, groups, never);
  const prepared = preparePanel(panel.values, start);
  const pool = Int32Array.from([...panel.units.keys()].filter((unit) => !never.includes(unit)));
  const timesOf = method === 'sdid' ? timeGrams(prepared, pool) : null;
  let begin: readonly number[] | undefined;
  return groups.map((group) => {
    const donors = without(pool, group);
    if (donors.length === 0) throw new InvalidArgument('A group leaves no unit to compare it with.');
    const inPool = group.filter((unit) => pool.includes(unit));
    const sizes = panel.sizes === undefined ? undefined : group.map((unit) => panel.sizes?.[unit] as number);
    const series = combine(
      group.map((unit) => panel.values[unit] as readonly number[]),
      question.combine,
      sizes,
    );
    const asked = { method, mode, treatedUnits: group.length, zeta };
    const fit = fitTarget(
      prepared,
      donors,
      targetOf(prepared, series),
      asked,
      timesOf?.(donors, inPool) ?? null,
      begin,
    );
    begin = fit.timeWeights ?? undefined;
    return { ...placeboOf(prepared, group, donors, fit), ...(sizes === undefined ? {} : { shares: sharesOf(sizes) }) };
  });
}

/** By hand: `filter` takes a twelfth of all the time that placebos take. */
function without(pool: Int32Array, group: readonly number[]): Int32Array {
  const left = new Int32Array(pool.length);
  let count = 0;
  for (const unit of pool) if (!group.includes(unit)) left[count++] = unit;
  return left.subarray(0, count);
}

/** @throws InvalidArgument */
function checkGroups(units: number, groups: readonly (readonly number[])[], never: readonly number[]): void {
  for (const group of [...groups, never]) {
    if (
      group.some((unit) => !(Number.isInteger(unit) && unit >= 0 && unit < units)) ||
      new Set(group).size < group.length
    ) {
      throw new InvalidArgument(`Units ${group.join(', ')} are not indexes below ${units}, each once.`);
    }
  }
  if (groups.some((group) => group.length === 0)) throw new InvalidArgument('A group has no units.');
}

function sharesOf(sizes: readonly number[]): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => size / all);
}

/** A fit as a placebo: with its ratios, and weights by unit of the panel. */
function placeboOf(panel: PreparedPanel, group: readonly number[], donors: Int32Array, fit: Fit): Placebo {
  const { estimate, gaps, preRmspe } = fit;
  const weights = new Array<number>(panel.units).fill(0);
  donors.forEach((unit, at) => {
    weights[unit] = fit.unitWeights[at] as number;
  });
  // A fit without error: what is left of it is rounding, which must not rank groups.
  const error = Math.max(preRmspe, NO_ERROR * noiseOf(panel, donors));
  const moved = rootMeanSquare(gaps, panel.start, panel.times, 0);
  const [ratio, standardised] = [over(moved, error), over(estimate, error)];
  return { group, estimate, preRmspe: error, ratio, standardised, gaps, weights };
}

/** Over an error that may be nothing: then nothing over it is nothing, and anything else beyond all bounds. */
function over(moved: number, error: number): number {
  if (error > 0) return moved / error;
  return moved === 0 ? 0 : Math.sign(moved) * Number.POSITIVE_INFINITY;
}
