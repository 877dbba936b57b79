import { addMonths, type Month } from '../../lib/calendar/month.ts';
import { LEAST_YEARS, monthFactors, yearCycle } from '../../lib/statistics/seasonal/index.ts';
import type { ChartMonth } from './chart-months.ts';

/** What is known of a year's cycle before the end of a baseline. */
export interface Season {
  adjusted: boolean;
  years: number;
  pValue: number;
  /** Factor of each month of the year, by its number "01" to "12". */
  factors: ReadonlyMap<string, number>;
}

/** Most years that factors are taken from: what was usual longer ago may be so no more. */
const MOST_YEARS = 5;
/** Below this mean a month is too few for factors to be told from chance. */
const LEAST_MEAN = 5;
/**
 * A cycle is taken out where months differ as much as this by chance in one series of ten. A cycle left in marks months that
 * are ordinary for their time of year; one taken out in vain only widens the limits a little, which the stated rate knows of.
 */
const EVIDENCE = 0.1;

/**
 * The year's cycle in full years that end with the baseline: the latest five at most, at least three, each of twelve
 * ordinary months in a row and after the last step change.
 * @param months every month of the series, none left out
 * @param last the baseline's last month
 * @param notBefore month of the last step change; null for none
 * @returns null where there are not three such years, or too few a month
 */
export function seasonOf(months: readonly ChartMonth[], last: Month, notBefore: Month | null): Season | null {
  const end = months.findIndex(({ month }) => month === last) + 1;
  const begin = notBefore === null ? 0 : months.findIndex(({ month }) => month >= notBefore);
  const years: number[][] = [];
  for (let to = end; begin !== -1 && to - 12 >= begin && years.length < MOST_YEARS; to -= 12) {
    const year = months.slice(to - 12, to);
    if (year.every(({ ordinary }) => ordinary)) years.unshift(year.map(({ recorded }) => recorded ?? 0));
  }
  const values = years.flat();
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  if (years.length < LEAST_YEARS || mean < LEAST_MEAN || years.some((year) => year.every((value) => value === 0))) {
    return null;
  }
  const { pValue } = yearCycle(years);
  const found = monthFactors(years);
  // A month that never has any cannot be divided by its share.
  const adjusted = pValue < EVIDENCE && found.every((factor) => factor > 0);
  const factors = new Map(found.map((factor, at) => [addMonths(last, at - 11).slice(5), factor]));
  return { adjusted, years: years.length, pValue, factors };
}
