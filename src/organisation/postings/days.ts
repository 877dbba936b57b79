import { dayBefore } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Days } from '../post-book.ts';

/** Days as forms have them, the last one included; null or empty: for good. */
export function daysOf(from: string, last: string | null): Days {
  return { from, until: last === null || last === '' ? null : nextDay(last) };
}

/** The last day; null: for good. */
export function lastDay({ until }: Days): string | null {
  return until === null ? null : dayBefore(until);
}

export function overlap(one: Days, other: Days): boolean {
  return (other.until === null || one.from < other.until) && (one.until === null || other.from < one.until);
}

/** Whether every day of `inner` is one of `outer`. */
export function within(outer: Days, inner: Days): boolean {
  return outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));
}

/** Days in a sentence: "from 1 March 2026 to 5 May 2026", "from 1 March 2026 on". */
export function sayDays(days: Days): string {
  const last = lastDay(days);
  if (last === days.from) return `on ${longDate(last)}`;
  return last === null ? `from ${longDate(days.from)} on` : `from ${longDate(days.from)} to ${longDate(last)}`;
}
