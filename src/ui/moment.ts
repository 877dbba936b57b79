import { londonTime } from '../lib/calendar/london-time.ts';
import { longDate } from './long-date.ts';

/** An instant as a clock in London shows it: "10 March 2026 at 12:05". */
export function moment(at: Date): string {
  const { date, time } = londonTime(at);
  return `${longDate(date)} at ${time}`;
}
