import type { Month } from '../../lib/calendar/month.ts';
import { placebosInTime } from '../../lib/causal/index.ts';
import type { Charter, OutcomeResult } from '../model.ts';
import type { OutcomePanel } from '../panel/model.ts';
import { percentOf } from './percent-of.ts';

/** Months from one earlier start to the next, and fewest that are left on either side of it. */
const [APART, LEAST] = [6, 12];

/** What the method says of starts that were none, in per cent of what would have been; the latest of them first. */
export function earlierStarts(
  { panel, scale, start, comparison }: OutcomePanel,
  method: Charter['estimator'],
): OutcomeResult['inTime'] {
  const starts: number[] = [];
  for (let earlier = start - LEAST; earlier >= LEAST; earlier -= APART) starts.push(earlier);
  return placebosInTime(comparison, { method, starts }).map((each) => {
    const after = comparison.treated.slice(each.start, start);
    const observed = after.reduce((sum, value) => sum + value, 0) / after.length;
    return { start: panel.times[each.start] as Month, percent: percentOf(each.fit.estimate, scale, observed) };
  });
}
