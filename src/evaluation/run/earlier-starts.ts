import type { Month } from '../../lib/calendar/month.ts';
import { placebosInTime } from '../../lib/causal/index.ts';
import type { Charter, OutcomeResult } from '../model.ts';
import { COMBINED, seriesOf } from '../panel/build-panel.ts';
import type { OutcomePanel } from '../panel/model.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { chancesOf, drawLot } from './draw-lot.ts';
import { percentOf } from './percent-of.ts';

/** Months from one earlier start to the next. */
const APART = 6;
/** Fewest months before an earlier start: each month of the year twice, or a mix fits what will not be there again. */
const LEAST_BEFORE = 24;
/** Groups of which each earlier start has a chance by lot; more of them take longer than the rest of an evaluation. */
const MOST_GROUPS = 1_000;

/** Panels of an outcome, and how it is estimated. */
export interface EarlierStartsAsked {
  outcome: OutcomePanel;
  method: Charter['estimator'];
  groups: ChosenGroups;
  /** Months from a start that belong to neither side. */
  transitionMonths: number;
}

/**
 * What the method says of starts that were none, in per cent of what would have been, the latest of them first: each as the
 * true one is estimated, with as many months judged, the transition left out, and nothing seen of the months from the true
 * start on. A start with less than half the months before it that the true one has, or less than 24, is not believable: a mix
 * of many areas follows few months whatever comes after them. Where figures do not reach so far back there is none.
 * @source Abadie, Diamond and Hainmueller (2015), Comparative Politics and the Synthetic Control Method, on in-time placebos,
 *   doi:10.1111/ajps.12116
 */
export function earlierStarts(asked: EarlierStartsAsked): OutcomeResult['inTime'] {
  const { outcome, method, groups } = asked;
  const { treated, scale, comparison, panel } = outcome;
  return startsOf(asked).map((start) => {
    const cut = cutPanel(asked, start);
    const own = seriesOf({ panel: cut, scale }, [...Array(treated).keys()]);
    const donors = cut.values.slice(treated);
    const pretended = { ...comparison, treated: own, donors, start: cut.times.length };
    const estimate = placebosInTime(pretended, { method, starts: [start] })[0]?.fit.estimate ?? Number.NaN;
    const after = own.slice(start);
    const observed = after.reduce((sum, value) => sum + value, 0) / after.length;
    const lot = { panel: cut, treated, start, method, combine: COMBINED[scale] };
    return {
      start: panel.times[start] as Month,
      months: after.length,
      percent: percentOf(estimate, scale, observed),
      pValue: groups.all.length > MOST_GROUPS ? null : chancesOf(drawLot(lot, { ...groups, elsewhere: [] })).twoSided,
    };
  });
}

/** Indexes of earlier starts, the last possible first. */
function startsOf({ outcome: { start, panel }, transitionMonths }: EarlierStartsAsked): number[] {
  const least = Math.max(LEAST_BEFORE, Math.ceil(start / 2));
  const starts: number[] = [];
  const last = start - transitionMonths - (panel.times.length - start);
  for (let earlier = last; earlier >= least; earlier -= APART) starts.push(earlier);
  return starts;
}

/** The panel as it would be had it begun earlier, and been looked at after as many months. */
function cutPanel({ outcome: { panel, start }, transitionMonths }: EarlierStartsAsked, earlier: number) {
  const from = earlier + transitionMonths;
  const until = from + (panel.times.length - start);
  const cut = <T>(row: readonly T[]): T[] => [...row.slice(0, earlier), ...row.slice(from, until)];
  return { ...panel, times: cut(panel.times), values: panel.values.map(cut) };
}
