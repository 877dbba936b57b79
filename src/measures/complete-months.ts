import { addMonths, type Month, monthsBetween } from '../lib/calendar/month.ts';
import type { Series } from './model.ts';

/**
 * Months for which every one of the given series has a value that is not doubtful, in order.
 * A month within the series of one area but missing in that of another is not complete.
 * @param series of one measure, one for each area; empty gives no months
 */
export function completeMonths(series: readonly Series[]): Month[] {
  const [first] = series;
  if (!first) return [];
  const doubtful = new Set(series.flatMap((each) => each.doubtful));
  return first.values
    .map((_, index) => addMonths(first.firstMonth, index))
    .filter((month) => !doubtful.has(month) && series.every((each) => valueIn(each, month) !== null));
}

/** The value of a series in a month; null when it has none. */
export function valueIn(series: Series, month: Month): number | null {
  return series.values[monthsBetween(series.firstMonth, month)] ?? null;
}
