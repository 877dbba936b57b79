import type { Series } from '../measures/index.ts';
import { latestYear, type Months, sumOver } from './latest-year.ts';

/** Mean over all wards of the sum of a year. */
export interface AverageWard {
  mean: number;
  year: Months;
}

/**
 * Mean over all wards of a measure, in the latest twelve months that every one of them has with no doubtful month.
 * @param series of the measure, one for each ward
 * @param wards how many wards there are: without a series for each, there is no mean
 * @returns null when there are no twelve such months
 */
export function averageWard(series: readonly Series[], wards: number, asAt: string): AverageWard | null {
  const year = series.length < wards ? null : latestYear(series, asAt);
  if (year === null) return null;
  const total = series.reduce((sum, each) => sum + (sumOver(each, year) ?? 0), 0);
  return { mean: total / wards, year };
}
