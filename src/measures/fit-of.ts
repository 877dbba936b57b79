import { addMonths, type Month } from '../lib/calendar/month.ts';
import { completeMonths } from './complete-months.ts';
import type { Measure, Series } from './model.ts';

/** What the series of a measure are wanted for. */
export interface Needed {
  /** Monthly measures: every one of these months. */
  months: readonly Month[];
  /** Measures counted once: a figure of this month or an earlier one. */
  by: Month;
}

/** How much of what is wanted a vintage has of a measure. */
export interface Fit {
  /** Areas with a series; none when no series has a single value. */
  areas: number;
  /** Wanted months that every one of these areas has. */
  months: number;
  /** How many months would be all. */
  monthsWanted: number;
  /** Whether the figures are made from those of other areas. */
  converted: boolean;
}

/** Tells how well the series of one measure and vintage fit what is needed; null needs nothing but the areas. */
export function fitOf(measure: Pick<Measure, 'every'>, series: readonly Series[], needed: Needed | null): Fit {
  const hasFigures = series.some(({ values }) => values.some((value) => value !== null));
  const areas = hasFigures ? series.length : 0;
  const converted = series.some(({ convertedFrom }) => convertedFrom !== null);
  if (needed === null) return { areas, months: 0, monthsWanted: 0, converted };
  if (measure.every === 'once') {
    return { areas, months: series.every((each) => isKnownBy(each, needed.by)) ? 1 : 0, monthsWanted: 1, converted };
  }
  const complete = new Set(completeMonths(series));
  return {
    areas,
    months: needed.months.filter((month) => complete.has(month)).length,
    monthsWanted: needed.months.length,
    converted,
  };
}

/**
 * Whether a fit beats one found before: more areas; or as many and more months; or as much of both with figures of the
 * areas themselves against converted ones, so that a new file by LSOA never takes the place of one by ward.
 */
export function isBetter(fit: Fit, than: Fit): boolean {
  if (fit.areas !== than.areas) return fit.areas > than.areas;
  if (fit.months !== than.months) return fit.months > than.months;
  return than.converted && !fit.converted;
}

/** Whether a fit leaves nothing wanting. */
export function isWhole(fit: Fit | undefined, areasWanted: number): boolean {
  return fit !== undefined && fit.areas >= areasWanted && fit.months === fit.monthsWanted;
}

function isKnownBy(series: Series, by: Month): boolean {
  return series.values.some((value, at) => value !== null && addMonths(series.firstMonth, at) <= by);
}
