import { type Month, monthsBetween } from '../../lib/calendar/month.ts';
import { completeMonths, valueIn } from '../complete-months.ts';
import type { Measure, Series } from '../model.ts';

/** The figure a series is introduced by: the sum of a year, or the last figure there is. */
export type LatestFigure = { kind: 'year'; to: Month; value: number } | { kind: 'month'; month: Month; value: number };

const YEAR = 12;

/**
 * The sum of the latest twelve months in a row none of which is doubtful or without a figure, for a monthly measure that
 * adds; else the last figure that is not doubtful.
 * @returns null when there is none
 */
export function latestFigure(measure: Measure, series: Series): LatestFigure | null {
  const months = completeMonths([series]);
  const last = months.at(-1);
  if (last === undefined) return null;
  if (measure.adds && measure.every === 'month') {
    for (let at = months.length - 1; at >= YEAR - 1; at -= 1) {
      const year = months.slice(at - YEAR + 1, at + 1);
      const [from, to] = [year[0] ?? last, year.at(-1) ?? last];
      if (monthsBetween(from, to) !== YEAR - 1) continue;
      return { kind: 'year', to, value: year.reduce((sum, month) => sum + (valueIn(series, month) ?? 0), 0) };
    }
  }
  return { kind: 'month', month: last, value: valueIn(series, last) ?? 0 };
}
