import { addMonths } from '../../lib/calendar/month.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';

/** What runs hold by month: the months for which any has a value, with the total over all of them. */
export function coverageOf(series: readonly CategorySeries[]): MonthCoverage[] {
  const coverage = new Map<string, MonthCoverage>();
  for (const { boundaryVersion, publisher, firstMonth, values } of series) {
    values.forEach((value, index) => {
      if (value === null) return;
      const month = addMonths(firstMonth, index);
      const key = `${boundaryVersion} ${publisher} ${month}`;
      const held = coverage.get(key);
      coverage.set(key, { month, publisher, boundaryVersion, total: (held?.total ?? 0) + value });
    });
  }
  return [...coverage.values()];
}
