import { addMonths, type Month } from '../../lib/calendar/month.ts';
import type { MonthlyFigures } from '../model.ts';

/** First and last month with a value; null where there is none. */
export function heldMonths({
  firstMonth,
  values,
}: Pick<MonthlyFigures, 'firstMonth' | 'values'>): { from: Month; to: Month } | null {
  const [first, last] = [values.findIndex((value) => value !== null), values.findLastIndex((value) => value !== null)];
  return first === -1 ? null : { from: addMonths(firstMonth, first), to: addMonths(firstMonth, last) };
}
