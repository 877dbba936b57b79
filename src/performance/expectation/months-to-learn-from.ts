import { addMonths, lastDay, type Month, monthNumber, monthsBetween } from '../../lib/calendar/month.ts';
import type { MonthlyCounts } from '../../lib/statistics/forecast/index.ts';
import { exceptionsIn } from '../comparison/exceptional-months.ts';
import type { MonthlyFigures } from '../model.ts';

/**
 * What a forecast learns from: every month up to a last one, but those that seem to lack much and those of the register of
 * exceptional months.
 */
export function monthsToLearnFrom(figures: MonthlyFigures, last: Month): MonthlyCounts {
  const { firstMonth, values, doubtful } = figures;
  const length = monthsBetween(firstMonth, last) + 1;
  const monthAt = (at: number): Month => addMonths(firstMonth, at);
  const isUsual = (month: Month): boolean =>
    !doubtful.includes(month) && exceptionsIn({ from: month, to: month }).length === 0;
  return {
    counts: Array.from({ length }, (_, at) => (isUsual(monthAt(at)) ? (values[at] ?? null) : null)),
    firstMonthOfYear: monthNumber(firstMonth) % 12,
    days: Array.from({ length: length + 12 }, (_, at) => lastDay(monthAt(at))),
  };
}

/** The last month that has a value and does not seem to lack much; null where there is none. */
export function lastUsableMonth({ firstMonth, values, doubtful }: MonthlyFigures): Month | null {
  const at = values.findLastIndex((value, place) => value !== null && !doubtful.includes(addMonths(firstMonth, place)));
  return at === -1 ? null : addMonths(firstMonth, at);
}
