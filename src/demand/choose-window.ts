import { addMonths, lastMonthEndedBy, type Month } from '../lib/calendar/month.ts';
import type { Window } from './model.ts';

/** Months in the window when nobody asks for another: a year, so that no season counts twice. */
export const WINDOW_MONTHS = 12;

/**
 * Chooses the months that demand is summed over: the latest 12 in a row that ended on or before the date and that at
 * least one component has in full. One window serves every component, so one that lacks a month of it is missing.
 * @param completeMonths per component, the months for which every ward has a figure
 * @param asAt date written "2026-03-01"
 * @returns null when no component has 12 such months
 */
export function chooseWindow(completeMonths: readonly Month[][], asAt: string): Window | null {
  const last = lastMonthEndedBy(asAt);
  const ends = completeMonths.flatMap((months) => endsOfFullYears(months.filter((month) => month <= last)));
  const to = ends.reduce<Month | null>((latest, end) => (latest === null || end > latest ? end : latest), null);
  return to === null ? null : { from: addMonths(to, 1 - WINDOW_MONTHS), to, months: WINDOW_MONTHS };
}

/** Months that end 12 in a row. */
function endsOfFullYears(months: Month[]): Month[] {
  const held = new Set(months);
  return months.filter((end) =>
    Array.from({ length: WINDOW_MONTHS }, (_, back) => addMonths(end, -back)).every((month) => held.has(month)),
  );
}
