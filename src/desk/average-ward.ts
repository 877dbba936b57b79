import type { Series } from '../measures/index.ts';
import { latestYear, sumOver } from './latest-year.ts';

/**
 * Mean over all wards of a measure, in the latest twelve months that one of them has.
 * @param series of the measure, one for each ward
 * @param wards how many wards there are: without a figure for each, there is no mean
 * @returns null when a ward lacks a month of the twelve
 */
export function averageWard(ward: Series, series: readonly Series[], wards: number, asAt: string): number | null {
  const year = latestYear([ward], asAt);
  if (year === null || series.length < wards) return null;
  const sums = series.map((each) => sumOver(each, year));
  const total = sums.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);
  return total === null ? null : total / wards;
}
