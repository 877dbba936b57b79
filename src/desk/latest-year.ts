import { WINDOW_MONTHS } from '../demand/index.ts';
import { addMonths, lastMonthEndedBy, type Month, monthRange, monthsBetween } from '../lib/calendar/month.ts';
import { completeMonths, type Series, valueIn } from '../measures/index.ts';

/** Months in a row, both ends included. */
export interface Months {
  from: Month;
  to: Month;
}

/**
 * The latest twelve months in a row, as demand is counted over, for which every series has a value, none later than the
 * day.
 * @param series of one measure, one for each area
 * @returns null when there are no twelve such months
 */
export function latestYear(series: readonly Series[], asAt: string): Months | null {
  const last = lastMonthEndedBy(asAt);
  const months = completeMonths(series).filter((month) => month <= last);
  for (const [index, to] of [...months.entries()].reverse()) {
    const from = months[index - WINDOW_MONTHS + 1];
    if (from !== undefined && monthsBetween(from, to) === WINDOW_MONTHS - 1)
      return { from: addMonths(to, 1 - WINDOW_MONTHS), to };
  }
  return null;
}

/** Sum of a series over months; null when one of them has no value. */
export function sumOver(series: Series, { from, to }: Months): number | null {
  return monthRange(from, to).reduce<number | null>((sum, month) => {
    const value = valueIn(series, month);
    return sum === null || value === null ? null : sum + value;
  }, 0);
}
