import type { Fit } from './model.ts';
import { meanOf, type PreparedPanel } from './prepared-panel.ts';
import type { TimeGram } from './time-gram.ts';
import { type Question, type Target, timeWeights, unitWeights } from './weights.ts';

/** A target as it was given, made ready to be compared with a panel's units. */
export function targetOf({ level, start }: PreparedPanel, series: ArrayLike<number>): Target {
  const values = level.map((mean, t) => (series[t] as number) - mean);
  return { values, before: meanOf(values, 0, start) };
}

/**
 * Fits one target with some units of a prepared panel as its donors.
 * @param donors indexes of units, each once, ≥ 1
 * @param times  products of times over the donors, for 'sdid'
 * @param warm   time weights to begin from
 * @returns the fit; its unit weights are in the order of `donors`
 */
export function fitTarget(
  panel: PreparedPanel,
  donors: Int32Array,
  target: Target,
  question: Question,
  times: TimeGram | null,
  warm?: ArrayLike<number>,
): Fit {
  const units = unitWeights(panel, donors, target, question);
  const before = timeWeights(panel, donors, question, times, warm);
  const gaps = gapsOf(panel, donors, target, units.weights);
  const fixed = before ? before.weights.reduce((sum, weight, t) => sum + weight * (gaps[t] as number), 0) : 0;
  for (let t = 0; t < gaps.length; t += 1) gaps[t] = (gaps[t] as number) - fixed;
  return {
    method: question.method,
    mode: question.mode,
    estimate: meanOf(gaps, panel.start, panel.times),
    unitWeights: Array.from(units.weights),
    timeWeights: before && Array.from(before.weights),
    gaps,
    preRmspe: rootMeanSquare(gaps, 0, panel.start, before ? meanOf(gaps, 0, panel.start) : 0),
    dualityGap: Math.max(units.dualityGap, before?.dualityGap ?? 0),
  };
}

/** Target less the donors' mixture, each time. */
function gapsOf(panel: PreparedPanel, donors: Int32Array, target: Target, weights: Float64Array): number[] {
  const gaps = Array.from(target.values);
  for (let at = 0; at < donors.length; at += 1) {
    const weight = weights[at] as number;
    if (weight === 0) continue;
    const from = (donors[at] as number) * panel.times;
    for (let t = 0; t < gaps.length; t += 1) {
      gaps[t] = (gaps[t] as number) - weight * (panel.values[from + t] as number);
    }
  }
  return gaps;
}

/** Root of the mean square of entries from one up to, and without, another, about a value. */
export function rootMeanSquare(gaps: readonly number[], from: number, to: number, about: number): number {
  let sum = 0;
  for (let t = from; t < to; t += 1) sum += ((gaps[t] as number) - about) ** 2;
  return Math.sqrt(sum / (to - from));
}
