import type { Month } from '../../lib/calendar/month.ts';
import type { Placebo } from '../../lib/causal/index.ts';
import type { MonthGap } from '../model.ts';
import { seriesOf } from '../panel/build-panel.ts';
import type { OutcomePanel } from '../panel/model.ts';
import { percentOf } from './percent-of.ts';
import { quantileOf } from './quantile-of.ts';

/** A band of half the groups is said from so many groups on, and one of nine tenths. */
const [LEAST_FOR_HALF, LEAST_FOR_NINE] = [4, 20];

/**
 * The gap of each month in per cent of what would have been, with where the gaps of half, and of nine tenths, of the groups
 * without a treated area lie.
 */
export function monthGaps(outcome: OutcomePanel, gaps: readonly number[], elsewhere: readonly Placebo[]): MonthGap[] {
  const { panel, scale, comparison } = outcome;
  const series = elsewhere.map(({ group }) => seriesOf(outcome, group));
  return panel.times.map((time, at) => {
    const others = elsewhere.map(({ gaps: own }, place) => percentOf(own[at] ?? 0, scale, series[place]?.[at] ?? 0));
    const band = (share: number, least: number): readonly [number, number] | null =>
      others.length < least ? null : [quantileOf(others, share), quantileOf(others, 1 - share)];
    return {
      month: time as Month,
      percent: percentOf(gaps[at] ?? 0, scale, comparison.treated[at] ?? 0),
      half: band(0.25, LEAST_FOR_HALF),
      nine: band(0.05, LEAST_FOR_NINE),
    };
  });
}
