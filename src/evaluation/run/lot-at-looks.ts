import type { Method, Placebo } from '../../lib/causal/index.ts';
import { COMBINED } from '../panel/build-panel.ts';
import type { OutcomePanel } from '../panel/model.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { drawLot, type Lot } from './draw-lot.ts';

/**
 * The lot as it stood at each look, by the months in until then. Weights of all methods but 'sdid' do not depend on months
 * after the start, so that their gaps stay as they are.
 * @param ends  for each look, index of the first time that was not in yet
 * @param whole the lot by all months
 */
export function lotAtLooks(
  outcome: OutcomePanel,
  asked: { method: Method; groups: ChosenGroups; ends: readonly number[]; whole: Lot },
): Lot[] {
  const { panel, treated, start, scale } = outcome;
  const { method, groups, ends, whole } = asked;
  return ends.map((end) => {
    if (end === panel.times.length) return whole;
    if (method !== 'sdid') {
      const until = (placebos: readonly Placebo[]) => placebos.map((placebo) => placeboUntil(placebo, start, end));
      return { all: until(whole.all), own: whole.own, elsewhere: until(whole.elsewhere) };
    }
    const shorter = {
      ...panel,
      times: panel.times.slice(0, end),
      values: panel.values.map((row) => row.slice(0, end)),
    };
    return drawLot({ panel: shorter, treated, start, method, combine: COMBINED[scale] }, groups);
  });
}

function placeboUntil(placebo: Placebo, start: number, end: number): Placebo {
  const { preRmspe: error } = placebo;
  const gaps = placebo.gaps.slice(0, end);
  const after = gaps.slice(start);
  const mean = after.reduce((sum, gap) => sum + gap, 0) / after.length;
  const square = after.reduce((sum, gap) => sum + gap * gap, 0) / after.length;
  return { ...placebo, gaps, estimate: mean, standardised: over(mean, error), ratio: over(Math.sqrt(square), error) };
}

/** Over an error that may be nothing: then nothing over it is nothing, and anything else beyond all bounds. */
function over(moved: number, error: number): number {
  if (error > 0) return moved / error;
  return moved === 0 ? 0 : Math.sign(moved) * Number.POSITIVE_INFINITY;
}
