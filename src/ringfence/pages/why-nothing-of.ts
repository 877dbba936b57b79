import { addMonths, isMonth, type Month, monthName } from '../../lib/calendar/month.ts';

/**
 * Why there is nothing to show of a month that somebody asked for: it has not begun, it is still to come out by the calendar, or
 * nothing was ever recorded of it here.
 * @param lastClosed the latest month that is public; null for none
 */
export function whyNothingOf(
  asked: string,
  { area, today, lastClosed }: { area: string; today: string; lastClosed: Month | null },
): string {
  if (!isMonth(asked)) return `“${asked}” is not a month: write it as 2026-10.`;
  const named = monthName(asked);
  const present = today.slice(0, 7) as Month;
  if (asked > present) return `Nothing is public of ${named}: it has not begun.`;
  const due = addMonths(present, -1);
  if (asked >= due && (lastClosed === null || asked > lastClosed))
    return `Nothing is public of ${named} yet. A month comes out by the calendar, in the month after it.`;
  return `Nothing is public of ${named}: no duties of ${area} were recorded here in it, and no publication that was imported has it.`;
}
