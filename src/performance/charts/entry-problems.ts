import { isMonth, type Month, monthName, monthsBetween } from '../../lib/calendar/month.ts';
import type { Problem } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { findMeasure } from '../../measures/index.ts';
import type { ChartMonth } from './chart-months.ts';
import type { ChartEntry, ChartEntryKind } from './model.ts';
import { LEAST_POINTS } from './segments-of.ts';

/** What somebody types about a chart. */
export interface EntryTyped {
  measure: string;
  /** A word for the area, as findPerformanceArea takes it. */
  area: string;
  kind: ChartEntryKind;
  /** "2024-03"; checked. */
  from: string;
  /** Empty for a step change. */
  to: string;
  reason: string;
}

/** What stands in the way of an entry; each beside its field. */
export function entryProblems({ measure, kind, from, to, reason }: EntryTyped): Problem[] {
  const problems: Problem[] = [];
  if (findMeasure(measure) === null) {
    problems.push({
      field: 'measure',
      sentence: `There is no measure "${measure}": "wardroom measure list" names them.`,
    });
  }
  if (!isMonth(from)) problems.push({ field: 'from', sentence: 'Type the month as 2024-03.' });
  if (kind === 'held limits' && !isMonth(to))
    problems.push({ field: 'to', sentence: 'Type the last month as 2024-03.' });
  if (kind === 'held limits' && isMonth(from) && isMonth(to) && monthsBetween(from, to) + 1 < LEAST_POINTS) {
    problems.push({
      field: 'to',
      sentence: 'Limits are taken from at least twelve months: choose a later last month.',
    });
  }
  const wrong = textProblem('reason', reason, 300, 'Say why, in words a reader understands.');
  return wrong === null ? problems : [...problems, wrong];
}

/**
 * What stands in the way of an entry whose months are months: one that could have no effect is refused.
 * @param thisMonth nothing is known of later ones; a step change may be entered before its figures are there
 * @param points what a chart of the measure and area has, in the order of time; none where no figures are held
 */
export function monthProblems(
  { kind, from, to }: Pick<ChartEntry, 'kind' | 'from' | 'to'>,
  { thisMonth, points }: { thisMonth: Month; points: readonly Pick<ChartMonth, 'month' | 'ordinary'>[] },
): Problem[] {
  const still = (field: string, month: Month | null): Problem[] =>
    month !== null && month > thisMonth
      ? [{ field, sentence: `${monthName(month)} is still to come: give a month up to ${monthName(thisMonth)}.` }]
      : [];
  const toCome = [...still('from', from), ...still('to', to)];
  if (toCome.length > 0) return toCome;
  const [first] = points;
  if (kind === 'step change') {
    return first === undefined || from > first.month
      ? []
      : [{ field: 'from', sentence: `Figures begin in ${monthName(first.month)}: give a month after that.` }];
  }
  const taken = points.filter(({ month, ordinary }) => ordinary && from <= month && to !== null && month <= to).length;
  if (taken >= LEAST_POINTS) return [];
  const sentence = `Limits are taken from at least ${LEAST_POINTS} ordinary figures, and there are ${taken} in these months: choose others.`;
  return [{ field: 'from', sentence }];
}
