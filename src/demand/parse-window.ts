import { isMonth, lastMonthEndedBy, monthName, monthsBetween } from '../lib/calendar/month.ts';
import { longDate } from '../ui/long-date.ts';
import type { Window } from './model.ts';
import { WrongUsage } from './wrong-usage.ts';

/**
 * Reads a window written "2024-03..2025-02", both months included.
 * @param asAt date by which its months must have ended
 * @throws WrongUsage with one sentence that says what to change
 */
export function parseWindow(text: string, asAt: string): Window {
  const [from = '', to = '', ...rest] = text.split('..');
  if (!isMonth(from) || !isMonth(to) || rest.length > 0 || to < from) {
    throw new WrongUsage(`"${text}" is not a window: write the first and last month as 2024-03..2025-02.`);
  }
  if (to > lastMonthEndedBy(asAt)) {
    throw new WrongUsage(`The window must end by ${longDate(asAt)}, and ${monthName(to)} had not ended then.`);
  }
  return { from, to, months: monthsBetween(from, to) + 1 };
}
