import { nextDay } from '../../lib/calendar/london-span.ts';
import type { WrittenDuty } from './duty-span.ts';

/** A shift pattern that repeats. */
export interface ShiftPattern {
  /** Day of the pattern's first, "2026-10-05". */
  from: string;
  /** Last day that it may fill; a night that begins on it ends on the next. */
  to: string;
  /** One entry for each day of the pattern, at least one; null: a day off. */
  days: readonly ({ start: string; end: string } | null)[];
}

/** Most days that one pattern fills: a year with its leap day. */
export const MOST_PATTERN_DAYS = 366;

/**
 * The duties that a pattern comes to, day by day: pure, so that what is previewed is what is kept.
 * @returns none where the last day comes before the first, or the pattern has no day
 * @example
 * // Four days on and two off.
 * const on = { start: '07:00', end: '15:00' };
 * expandPattern({ from: '2026-10-05', to: '2026-10-16', days: [on, on, on, on, null, null] }).length; // 8
 */
export function expandPattern({ from, to, days }: ShiftPattern): Pick<WrittenDuty, 'day' | 'start' | 'end'>[] {
  const duties: Pick<WrittenDuty, 'day' | 'start' | 'end'>[] = [];
  let day = from;
  for (let index = 0; day <= to && index < MOST_PATTERN_DAYS && days.length > 0; index += 1) {
    const shift = days[index % days.length] ?? null;
    if (shift !== null) duties.push({ day, ...shift });
    day = nextDay(day);
  }
  return duties;
}
