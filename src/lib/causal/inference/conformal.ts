import { InvalidArgument } from '../../invalid-argument.ts';
import type { Random } from '../../statistics/random.ts';
import { countGroups } from '../draw-groups.ts';
import type { Comparison } from '../model.ts';
import { ALIKE } from './by-lot.ts';
import { type Predictor, residualsUnderNull } from './residuals-under-null.ts';

/** What is asked, and how the treated series is predicted. */
export interface ConformalQuestion {
  predictor: Predictor;
  /** Effect under the hypothesis, one for each time from the start on; none at all unless given. */
  effects?: readonly number[];
}

/** Up to this many choices of times are gone through, one and all. */
const MOST_CHOICES = 1_000_000;

/**
 * p-value of the hypothesis that the effect was as given, by moving blocks: the residuals under it are laid in a ring, and
 * the block after the start is set among the T blocks of its length, by its sum of absolute residuals. Ties count against
 * the claim, so it is at least 1/T. Right where residuals are stationary and the prediction is the same from year to year;
 * exactly so where blocks are exchangeable.
 * @returns a multiple of 1/T
 * @throws InvalidArgument when lengths differ or a value is not finite
 * @source Chernozhukov, Wüthrich and Zhu (2021), doi:10.1080/01621459.2021.1920957, equations 1 and 2, q = 1
 */
export function conformalP(comparison: Comparison, { predictor, effects }: ConformalQuestion): number {
  const sizes = absoluteResiduals(comparison, predictor, effects);
  const length = sizes.length - comparison.start;
  const block = (from: number) => {
    let sum = 0;
    for (let at = from; at < from + length; at += 1) sum += sizes[at % sizes.length] as number;
    return sum;
  };
  const least = block(comparison.start) * (1 - ALIKE);
  return sizes.filter((_, from) => block(from) >= least).length / sizes.length;
}

/**
 * The same by all permutations of times, for residuals that are independent from one time to the next: the times after the
 * start are set among all choices of as many. All are gone through up to a million; beyond that so many are drawn, the real
 * one counted with them.
 * @param draws whole, ≥ 1
 * @throws InvalidArgument when lengths differ, a value is not finite or there is nothing to draw
 * @source Chernozhukov, Wüthrich and Zhu (2021), doi:10.1080/01621459.2021.1920957, iid permutations, q = 1
 */
export function conformalPOfTimes(
  comparison: Comparison,
  { predictor, effects }: ConformalQuestion,
  random: Random,
  draws = 10_000,
): number {
  if (!(Number.isInteger(draws) && draws >= 1)) throw new InvalidArgument(`${draws} permutations cannot be drawn`);
  const sizes = absoluteResiduals(comparison, predictor, effects);
  const length = sizes.length - comparison.start;
  const least = sumOf(sizes.slice(comparison.start)) * (1 - ALIKE);
  if (countGroups(sizes.length, length) <= MOST_CHOICES) return shareOfChoices(sizes, length, least);
  let atLeast = 1;
  for (let draw = 0; draw < draws; draw += 1) if (drawnSum(sizes, length, random) >= least) atLeast += 1;
  return atLeast / (draws + 1);
}

/** Effects at one time, from a list of them, that are not rejected. */
export interface PointwiseInterval {
  low: number;
  high: number;
}

/**
 * For each time from the start on by itself, the lowest and highest of the effects in a grid that are not rejected: the
 * prediction is fitted to the times before the start and this one, and the residual of this one is set among theirs.
 * @param grid effects to try, rising
 * @param alpha an effect is left out where its p-value is at most this, in (0, 1); p-values are multiples of 1/(T₀ + 1)
 * @returns one for each time from the start on; null where every effect of the grid is rejected
 * @throws InvalidArgument when lengths differ or a value is out of range
 * @source Chernozhukov, Wüthrich and Zhu (2021), doi:10.1080/01621459.2021.1920957, algorithm 1
 */
export function pointwiseIntervals(
  { treated, donors, start, treatedUnits }: Comparison,
  predictor: Predictor,
  grid: readonly number[],
  alpha: number,
): (PointwiseInterval | null)[] {
  if (!(alpha > 0 && alpha < 1)) throw new InvalidArgument(`a level lies between 0 and 1, not ${alpha}`);
  const rejectedAt = Math.floor(alpha * (start + 1) + ALIKE);
  return treated.slice(start).map((_, after) => {
    const only = (row: readonly number[]) => [...row.slice(0, start), row[start + after] as number];
    const one: Comparison = { treated: only(treated), donors: donors.map(only), start, treatedUnits };
    let near: ArrayLike<number> | undefined;
    const kept = grid.filter((effect) => {
      const { residuals, weights } = residualsUnderNull(one, predictor, [effect], near);
      near = weights;
      const least = Math.abs(residuals[start] as number) * (1 - ALIKE);
      return residuals.filter((residual) => Math.abs(residual) >= least).length > rejectedAt;
    });
    const [low, high] = [kept[0], kept.at(-1)];
    return low === undefined || high === undefined ? null : { low, high };
  });
}

function absoluteResiduals(comparison: Comparison, predictor: Predictor, effects?: readonly number[]): number[] {
  const none = comparison.treated.slice(comparison.start).map(() => 0);
  return residualsUnderNull(comparison, predictor, effects ?? none).residuals.map(Math.abs);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Share of all choices of so many values whose sum is at least so much. */
function shareOfChoices(values: readonly number[], chosen: number, least: number): number {
  let [atLeast, all] = [0, 0];
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      all += 1;
      if (sum >= least) atLeast += 1;
      return;
    }
    for (let at = from; at <= values.length - left; at += 1) choose(at + 1, left - 1, sum + (values[at] as number));
  };
  choose(0, chosen, 0);
  return atLeast / all;
}

/** Sum of so many values, drawn without putting back. */
function drawnSum(values: readonly number[], chosen: number, random: Random): number {
  const left = [...values];
  let sum = 0;
  for (let drawn = 0; drawn < chosen; drawn += 1) {
    const at = drawn + Math.floor(random() * (left.length - drawn));
    sum += left[at] as number;
    left[at] = left[drawn] as number;
  }
  return sum;
}
