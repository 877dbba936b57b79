import { type Month, monthsBetween } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../../measures/index.ts';
import type { AreaRow, FigureColumn } from './area-rows.ts';

/**
 * A run for every area and category that has a value, from its first month with one to its last; months between without
 * a figure have no value.
 * @param figures what the values of each row are, in their order; each category and month once
 */
export function toRuns(
  rows: readonly AreaRow[],
  figures: readonly FigureColumn[],
  publisher: string,
): CategorySeries[] {
  const byCategory = new Map<string, { at: number; month: Month }[]>();
  figures.forEach(({ category, month }, at) => {
    byCategory.set(category, [...(byCategory.get(category) ?? []), { at, month }]);
  });
  const columns = [...byCategory].map(([category, places]) => ({
    category,
    places: places.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
  }));
  return rows.flatMap(({ areaCode, version, values }) =>
    columns.flatMap(({ category, places }) => {
      const given = places.flatMap(({ at, month }) => {
        const value = values[at] ?? null;
        return value === null ? [] : [{ month, value }];
      });
      const [first, last] = [given[0], given.at(-1)];
      if (first === undefined || last === undefined) return [];
      const run: (number | null)[] = Array.from({ length: monthsBetween(first.month, last.month) + 1 }, () => null);
      for (const { month, value } of given) run[monthsBetween(first.month, month)] = value;
      return [{ category, areaCode, boundaryVersion: version, publisher, firstMonth: first.month, values: run }];
    }),
  );
}
