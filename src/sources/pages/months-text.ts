import { type Month, monthName } from '../../lib/calendar/month.ts';

/** "March 2023 to February 2025"; "no months" for a file that holds none, such as boundaries. */
export function monthsText(from: Month | null, to: Month | null): string {
  if (from === null || to === null) return 'no months';
  return from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`;
}
