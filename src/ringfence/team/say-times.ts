import { londonTime } from '../../lib/calendar/london-time.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { longDate } from '../../ui/long-date.ts';

/** An instant by London's clock, with its day where that is not today: "15:10", "22:00 on 9 March 2026". */
export function sayAt(at: Date, now: Date): string {
  const { date, time } = londonTime(at);
  return date === todayInLondon(now) ? time : `${time} on ${longDate(date)}`;
}

/** "from 15:10", "from 22:00 on 9 March 2026". */
export const sayFrom = (at: Date, now: Date): string => `from ${sayAt(at, now)}`;

/** "14:00 to 22:00" where both are on one day, else "22:00 to 07:00 on 11 March 2026". */
export function sayHours({ from, to }: { from: Date; to: Date }): string {
  const [start, end] = [londonTime(from), londonTime(to)];
  return start.date === end.date
    ? `${start.time} to ${end.time}`
    : `${start.time} to ${end.time} on ${longDate(end.date)}`;
}
