import { addMonths, type Month, monthsBetween } from '../lib/calendar/month.ts';
import type { Series } from './model.ts';

/**
 * Months for which every one of the given series has a value, in order.
 * A month within the series of one area but missing in that of another is not complete.
 * @param series of one measure, one for each area; empty gives no months
 */
export function completeMonths(series: readonly Series[]): Month[] {
  const [first, ...others] = series;
  if (!first) return [];
  return first.values
    .map((value, index) => (value === null ? null : addMonths(first.firstMonth, index)))
    .filter((month): month is Month => month !== null)
    .filter((month) => others.every((other) => valueIn(other, month) !== null));
}

/** The value of a series in a month; null when it has none. */
export function valueIn(series: Series, month: Month): number | null {
  return series.values[monthsBetween(series.firstMonth, month)] ?? null;
}
