import { monthRange, monthsBetween } from '../../lib/calendar/month.ts';
import type { MonthlyFigures, Period } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';

/** A count month by month in two periods, every month of both. */
export interface PeriodMonths {
  current: readonly number[];
  previous: readonly number[];
}

/** The months of a series in both periods; null where any of them has no value. */
export function periodMonths(figures: MonthlyFigures, { current, previous }: Periods): PeriodMonths | null {
  const [now, before] = [valuesIn(figures, current), valuesIn(figures, previous)];
  return now === null || before === null ? null : { current: now, previous: before };
}

/** Sums or differences of series, month by month: of each the sign with which it enters. */
export function combineMonths(parts: readonly { months: PeriodMonths; sign: 1 | -1 }[]): PeriodMonths {
  const combine = (period: keyof PeriodMonths): number[] =>
    (parts[0]?.months[period] ?? []).map((_, at) =>
      parts.reduce((sum, { months, sign }) => sum + sign * (months[period][at] ?? 0), 0),
    );
  return { current: combine('current'), previous: combine('previous') };
}

/** The sum over each period. */
export function periodTotals({ current, previous }: PeriodMonths): { current: number; previous: number } {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { current: sum(current), previous: sum(previous) };
}

function valuesIn({ firstMonth, values }: MonthlyFigures, { from, to }: Period): number[] | null {
  const held = monthRange(from, to).map((month) => values[monthsBetween(firstMonth, month)] ?? null);
  return held.every((value) => value !== null) ? held : null;
}
