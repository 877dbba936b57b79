import { londonTime } from '../lib/calendar/london-time.ts';
import { longDate } from './long-date.ts';

/** A stretch of time by London's clocks, in a sentence: "from 22:00 on 28 March 2026 to 07:00 on 29 March 2026". */
export function saySpan({ from, to }: { from: Date; to: Date }): string {
  const [start, end] = [londonTime(from), londonTime(to)];
  if (start.date === end.date) return `from ${start.time} to ${end.time} on ${longDate(start.date)}`;
  return `from ${start.time} on ${longDate(start.date)} to ${end.time} on ${longDate(end.date)}`;
}
