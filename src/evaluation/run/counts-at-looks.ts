import type { Placebo } from '../../lib/causal/index.ts';
import type { RareCounts } from '../monitoring/index.ts';
import { seriesOf } from '../panel/build-panel.ts';
import type { OutcomePanel } from '../panel/model.ts';

/** Expected events a month before which none is: half of one over all the months before the start. */
const LEAST_EVENTS = 0.5;

/** Average a month in all the treated areas together before the start, as counted. */
export function averageBefore({ counts, treated, start }: Pick<OutcomePanel, 'counts' | 'treated' | 'start'>): number {
  return sumOf(counts.slice(0, treated).map((row) => sumOf(row.slice(0, start)))) / start;
}

/** Events by each planned look, were they as many a month as before the start. */
export function plannedCounts(panel: OutcomePanel, judged: readonly number[]): number[] {
  const average = Math.max(averageBefore(panel), LEAST_EVENTS / panel.start);
  return judged.map((months) => average * months);
}

/**
 * Events of a group by each look, and those that its fit leads one to expect: what its comparison comes to in each month, as
 * crimes. Rates are taken for crimes by the ratio of both over all months.
 * @param placebo the group's fit, by all months that are in
 * @param ends for each look, index of the first time that was not in yet
 */
export function countsAtLooks(outcome: OutcomePanel, { group, gaps }: Placebo, ends: readonly number[]): RareCounts {
  const { panel, counts, start, scale } = outcome;
  const series = seriesOf(outcome, group);
  const counted = panel.times.map((_, time) => sumOf(group.map((unit) => counts[unit]?.[time] ?? 0)));
  const crimesForRate = sumOf(counted) / (sumOf(series) || 1);
  const expected = counted.map((events, time) => {
    const [value, gap] = [series[time] ?? 0, gaps[time] ?? 0];
    return scale === 'log' ? events * Math.exp(-gap) : Math.max(0, value - gap) * crimesForRate;
  });
  const least = LEAST_EVENTS / start;
  return {
    observed: ends.map((end) => sumOf(counted.slice(start, end))),
    expected: ends.map((end) => Math.max(sumOf(expected.slice(start, end)), least * (end - start))),
  };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
