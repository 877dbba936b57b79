import { monthsBetween } from '../../lib/calendar/month.ts';
import type { Rate } from '../../lib/statistics/control-charts/index.ts';
import type { MonthlyFigures } from '../model.ts';
import type { ChartMonth } from './chart-months.ts';
import type { Season } from './season-of.ts';

/** The usual share of a month; null where no cycle is taken out. */
export function factorOf({ month }: ChartMonth, season: Season | null): number | null {
  return season?.adjusted ? (season.factors.get(month.slice(5)) ?? 1) : null;
}

/** A figure with the year's cycle taken out, where it is; null where there is none. */
export function drawnValue(month: ChartMonth, season: Season | null): number | null {
  return month.recorded === null ? null : month.recorded / (factorOf(month, season) ?? 1);
}

/** A month's count and what it is a rate of, as last known by then; null where either is missing. */
export function rateOf({ month, recorded }: ChartMonth, denominators: MonthlyFigures, per: number): Rate | null {
  const at = monthsBetween(denominators.firstMonth, month);
  const exposure = denominators.values.slice(0, Math.max(0, at + 1)).findLast((value) => value !== null) ?? null;
  return recorded === null || exposure === null || exposure <= 0 ? null : { count: recorded, exposure: exposure / per };
}
