import { isMonth, monthsBetween } from '../../lib/calendar/month.ts';
import type { Problem } from '../../lib/refused.ts';
import { findMeasure } from '../../measures/index.ts';
import type { ChartEntryKind } from './model.ts';
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
  if (reason.trim() === '') problems.push({ field: 'reason', sentence: 'Say why, in words a reader understands.' });
  else if (reason.length > 300) problems.push({ field: 'reason', sentence: 'Say why in at most 300 letters.' });
  return problems;
}
