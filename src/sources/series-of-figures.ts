import type { BoundaryVersion } from '../geography/index.ts';
import { type Month, monthRange, monthsBetween } from '../lib/calendar/month.ts';
import type { CategorySeries } from '../measures/index.ts';

/** One figure of a table that has one row for each area and time. */
export interface Figure {
  category: string;
  areaCode: string;
  boundaryVersion: BoundaryVersion;
  month: Month;
  value: number;
}

/**
 * Makes a run for each category and area, from the first month of any figure to the last; a month without a figure has
 * no value.
 */
export function seriesOfFigures(publisher: string, figures: readonly Figure[]): CategorySeries[] {
  const months = figures.map(({ month }) => month).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const runs = new Map<string, CategorySeries>();
  for (const { category, areaCode, boundaryVersion, month, value } of figures) {
    const key = `${boundaryVersion} ${areaCode} ${category}`;
    const run = runs.get(key) ?? {
      category,
      areaCode,
      boundaryVersion,
      publisher,
      firstMonth: first,
      values: monthRange(first, last).map(() => null),
    };
    runs.set(key, run);
    run.values[monthsBetween(first, month)] = value;
  }
  return [...runs.values()];
}
