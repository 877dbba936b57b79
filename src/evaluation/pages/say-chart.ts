import { monthName } from '../../lib/calendar/month.ts';
import { countWords } from '../../ui/count-words.ts';
import { outsideBand } from '../../ui/gap-geometry.ts';
import type { MonthGap, OutcomeResult } from '../model.ts';

/** Months at the end that lie on the same side from which a chart is said to have turned. */
const RUN = 3;

/**
 * What a gap chart shows, as its title: a finding, never that nothing changed.
 * @example sayChart(outcome) // "From May 2017 robbery lay above what other groups usually show"
 */
export function sayChart({ title, months, judged }: Pick<OutcomeResult, 'title' | 'months' | 'judged'>): string {
  const name = title.slice(0, 1).toLowerCase() + title.slice(1);
  const after = judged === null ? [] : months.filter(({ month }) => month >= judged.from && month <= judged.to);
  if (after.length === 0) return `${title} before the start: there are no months after it yet`;
  if (after.every(({ nine }) => nine === null)) return `${title}: other groups are too few to draw a band`;
  const run = runAtEnd(after);
  if (run !== null && run.months.length < after.length)
    return `From ${monthName(run.from)} ${name} lay ${run.side} what most other groups show`;
  const outside = after.filter((month) => outsideBand(month) !== null).length;
  if (outside === after.length && run !== null)
    return `In every month after the start ${name} lay ${run.side} what most other groups show`;
  return outside === 0
    ? `In each month after the start ${name} lay where most other groups do`
    : `In ${countWords(outside, 'month')} of ${after.length} after the start ${name} lay outside what most other groups show`;
}

/** The months at the end that all lie outside the band on one side, where they are enough to be said. */
function runAtEnd(months: readonly MonthGap[]) {
  const last = months.at(-1);
  const side = last === undefined ? null : outsideBand(last);
  if (side === null) return null;
  const before = months.findLastIndex((month) => outsideBand(month) !== side);
  const run = months.slice(before + 1);
  const first = run[0];
  return first === undefined || run.length < RUN ? null : { from: first.month, side, months: run };
}
