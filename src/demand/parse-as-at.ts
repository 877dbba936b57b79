import { isDate } from '../lib/calendar/is-date.ts';
import { WrongUsage } from './wrong-usage.ts';

/**
 * Reads the date that decides which wards, rules and months count.
 * @throws WrongUsage when the text is not a day of the calendar
 */
export function parseAsAt(text: string): string {
  if (!isDate(text)) throw new WrongUsage(`"${text}" is not a date: write it as 2026-03-01.`);
  return text;
}
