import { addMonths } from '../../lib/calendar/month.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';

/** What runs hold by month: the months for which any has a value, with the total over all of them. */
export function coverageOf(series: readonly CategorySeries[]): MonthCoverage[] {
  const runs = new Map<string, { of: CategorySeries; totals: (number | null)[] }>();
  for (const each of series) {
    const key = `${each.boundaryVersion} ${each.publisher} ${each.firstMonth}`;
    const { totals } = runs.get(key) ?? { totals: [] };
    for (const [at, value] of each.values.entries()) {
      if (value !== null) totals[at] = (totals[at] ?? 0) + value;
      else totals[at] ??= null;
    }
    runs.set(key, { of: each, totals });
  }
  const coverage = new Map<string, MonthCoverage>();
  for (const { of, totals } of runs.values()) {
    const { boundaryVersion, publisher, firstMonth } = of;
    for (const [at, total] of totals.entries()) {
      if (total === null) continue;
      const month = addMonths(firstMonth, at);
      const key = `${boundaryVersion} ${publisher} ${month}`;
      coverage.set(key, { month, publisher, boundaryVersion, total: (coverage.get(key)?.total ?? 0) + total });
    }
  }
  return [...coverage.values()];
}
