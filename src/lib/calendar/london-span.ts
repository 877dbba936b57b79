import { InvalidArgument } from '../invalid-argument.ts';
import { londonInstant } from './london-time.ts';

/** A stretch of time: its first instant, the instant after its last, and the minutes that really pass between. */
export interface Span {
  from: Date;
  to: Date;
  minutes: number;
}

/**
 * A duty as rosters write it, from one time by London's clocks to another; one that ends at an earlier time than it starts
 * ends on the next day. The minutes are those that pass: a night from 22:00 to 07:00 has eight hours when summer time
 * begins and ten when it ends. Times that come twice or never are read as londonInstant reads them.
 * @param date the day it starts, "2026-03-28"
 * @returns null when the change of the clock leaves no time between, as from 01:30 to 02:15 on the day summer time begins
 * @throws InvalidArgument when a day or time is not one, or when it ends at the time it starts
 * @example
 * londonSpan('2026-03-28', '22:00', '07:00')?.minutes; // 480
 */
export function londonSpan(date: string, start: string, end: string): Span | null {
  if (start === end) throw new InvalidArgument(`From ${start} to ${end} may be no time or a whole day.`);
  const from = londonInstant(date, start);
  const to = londonInstant(end > start ? date : nextDay(date), end);
  const minutes = (to.getTime() - from.getTime()) / 60_000;
  return minutes > 0 ? { from, to, minutes } : null;
}

/** The day after: "2026-03-01" for "2026-02-28". */
export function nextDay(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
