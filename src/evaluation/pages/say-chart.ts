import { type Month, monthName } from '../../lib/calendar/month.ts';
import { outsideBand } from '../../ui/gap-geometry.ts';
import { withinSentence } from '../../ui/within-sentence.ts';
import type { MonthGap, OutcomeResult } from '../model.ts';

/** Months at the end that lie on the same side from which a chart is said to have turned. */
const RUN = 3;

/**
 * What a gap chart shows, as its title: a finding with its direction, never that nothing changed.
 * @param noun what the others are called, "pairs"
 * @example sayChart(outcome, 'pairs') // "In 8 of 15 months robbery was above what nine in ten other pairs show"
 */
export function sayChart(
  { title, months, judged }: Pick<OutcomeResult, 'title' | 'months' | 'judged'>,
  noun: string,
): string {
  const name = withinSentence(title);
  const after = judged === null ? [] : months.filter(({ month }) => month >= judged.from && month <= judged.to);
  if (after.length === 0) return `${title} before the start: there are no months after it yet`;
  if (after.every(({ nine }) => nine === null)) return `${title}: other ${noun} are too few to draw a band`;
  const shown = `what nine in ten other ${noun} show`;
  const run = runAtEnd(after);
  if (run !== null && run.months.length === after.length)
    return `In all ${after.length} months ${name} was ${run.side} ${shown}`;
  const above = after.filter((month) => outsideBand(month) === 'above').length;
  const below = after.filter((month) => outsideBand(month) === 'below').length;
  if (run !== null && run.months.length === above + below)
    return `From ${monthName(run.from)} ${name} was ${run.side} ${shown}`;
  if (above + below === 0) return `${title} was within ${shown} in each of ${after.length} months`;
  const of = `of ${after.length} months`;
  if (above > 0 && below > 0) return `In ${above} ${of} ${name} was above, and in ${below} below, ${shown}`;
  return `In ${above + below} ${of} ${name} was ${above > 0 ? 'above' : 'below'} ${shown}`;
}

interface Run {
  from: Month;
  side: 'above' | 'below';
  months: readonly MonthGap[];
}

/** The months at the end that all lie outside the band on one side, where they are enough to be said. */
function runAtEnd(months: readonly MonthGap[]): Run | null {
  const last = months.at(-1);
  const side = last === undefined ? null : outsideBand(last);
  if (side === null) return null;
  const before = months.findLastIndex((month) => outsideBand(month) !== side);
  const run = months.slice(before + 1);
  const first = run[0];
  return first === undefined || run.length < RUN ? null : { from: first.month, side, months: run };
}
