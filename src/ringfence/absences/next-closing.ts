import { addMonths, lastDay, parseMonth } from '../../lib/calendar/month.ts';

/**
 * The day on which months are closed next, after today: what was corrected since comes out then.
 * @param today       "2026-10-25"
 * @param closesOnDay of every month; the last day of a month that has fewer
 */
export function nextClosing(today: string, closesOnDay: number): string {
  const month = parseMonth(today.slice(0, 7));
  const dayOf = (each: typeof month) => `${each}-${String(Math.min(closesOnDay, lastDay(each))).padStart(2, '0')}`;
  return dayOf(month) > today ? dayOf(month) : dayOf(addMonths(month, 1));
}
