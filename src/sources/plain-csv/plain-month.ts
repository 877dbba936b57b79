import { isDate } from '../../lib/calendar/is-date.ts';
import { type Month, parseMonth } from '../../lib/calendar/month.ts';

/**
 * Reads a month of a plain CSV.
 * @param now the present month: later ones are none
 * @returns the month, or why there is none
 */
export function plainMonth(text: string, now: Month): { month: Month } | { because: string } {
  if (!isDate(`${text}-01`)) return { because: 'no month, written as 2024-03' };
  const month = parseMonth(text);
  return month > now ? { because: 'a month still to come' } : { month };
}
