import { lastDay, type Month } from '../../lib/calendar/month.ts';

const DAY = /^(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2})$/;

/**
 * Reads the last day of a quarter written day first ("31/3/2015", "31/03/2015") as the quarter's last month; null for
 * any other day, so that a date written month first cannot pass for one.
 */
export function readQuarter(text: string): Month | null {
  const [, day, month, year] = DAY.exec(text) ?? [];
  if (!day || !month || !year) return null;
  if (Number(month) % 3 !== 0 || Number(month) > 12 || Number(month) === 0) return null;
  const last = `${year}-${month.padStart(2, '0')}` as Month;
  return Number(day) === lastDay(last) ? last : null;
}
