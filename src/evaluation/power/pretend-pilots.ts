import { type Panel, type Placebo, placebosInSpace } from '../../lib/causal/index.ts';
import { COMBINED } from '../panel/build-panel.ts';
import type { PowerQuestion } from './model.ts';

/** Every group as if it had been treated from one earlier start on, for the length of a pilot. */
export interface PretendedStart {
  placebos: readonly Placebo[];
  /** Index of the first pretended month among the gaps. */
  start: number;
  /** Average count, or rate, of each area in the pretended months. */
  sizes: readonly number[];
}

/** Fewest months before a pretended start: a year, so that each month of it is there once. */
export const LEAST_BEFORE = 12;
/** Earlier starts that are tried at most. */
const MOST_STARTS = 4;

/** Indexes of earlier starts, the last possible first, at least half a pilot and three months apart. */
export function earlierStarts(months: number, length: number): number[] {
  const step = Math.max(3, Math.ceil(length / 2));
  const last = months - length;
  return Array.from({ length: MOST_STARTS }, (_, at) => last - at * step).filter((start) => start >= LEAST_BEFORE);
}

/** Pretends that each group had begun at each of the earlier starts. */
export function pretendPilots(question: PowerQuestion, length: number): PretendedStart[] {
  const { panel, scale, method, groups, monthsBefore } = question;
  return earlierStarts(panel.times.length, length).map((start) => {
    const from = Math.max(0, start - monthsBefore);
    const cut = cutPanel(panel, from, start + length);
    const placebos = placebosInSpace({ panel: cut, start: start - from, method, combine: COMBINED[scale], groups });
    return { placebos, start: start - from, sizes: sizesOf(cut, start - from, scale) };
  });
}

function cutPanel(panel: Panel, from: number, to: number): Panel {
  const { times, values } = panel;
  return { ...panel, times: times.slice(from, to), values: values.map((row) => row.slice(from, to)) };
}

/** Average count, or rate, of each unit from a time on. */
export function sizesOf({ values }: Panel, start: number, scale: 'log' | 'rate'): number[] {
  return values.map((row) => {
    const after = row.slice(start).map((value) => (scale === 'log' ? Math.exp(value) : value));
    return after.reduce((sum, value) => sum + value, 0) / after.length;
  });
}
