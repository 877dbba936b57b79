import { addMonths, lastDay, type Month, parseMonth } from '../../lib/calendar/month.ts';
import type { PolicyInForce } from '../model.ts';
import { policyOn } from '../policy/policy-on.ts';

/** The last day of a month. */
export const lastDayOfMonth = (month: Month): string => `${month}-${String(lastDay(month)).padStart(2, '0')}`;

/** Day on which a month is closed: in the month after it, by the policy in force on its last day. */
export function closingDay(timeline: readonly PolicyInForce[], month: Month): string {
  const { closesOnDay } = policyOn(timeline, lastDayOfMonth(month)).policy;
  const next = addMonths(month, 1);
  return `${next}-${String(Math.min(closesOnDay, lastDay(next))).padStart(2, '0')}`;
}

/**
 * The closing that is the latest on a day, and the last month that is closed by it.
 * @param today "2026-11-12"
 */
export function latestClosing(timeline: readonly PolicyInForce[], today: string): { month: Month; day: string } {
  const lastMonth = addMonths(parseMonth(today.slice(0, 7)), -1);
  const month = closingDay(timeline, lastMonth) <= today ? lastMonth : addMonths(lastMonth, -1);
  return { month, day: closingDay(timeline, month) };
}
