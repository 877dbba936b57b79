import { monthName, parseMonth } from '../lib/calendar/month.ts';

/** A date written "2026-03-01" as read in a sentence: "1 March 2026". */
export function longDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthName(parseMonth(date.slice(0, 7)))}`;
}
