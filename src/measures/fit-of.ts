import { addMonths, type Month } from '../lib/calendar/month.ts';
import { completeMonths, valueIn } from './complete-months.ts';
import type { Measure, Series } from './model.ts';

/** What the series of a measure are wanted for. */
export interface Needed {
  /** Monthly measures: every one of these months; none when no window is known. */
  months: readonly Month[];
  /** What is not monthly: a figure of this month or an earlier one. No later month counts for anything. */
  by: Month;
}

/** How well what a vintage holds of a measure answers a question. */
export interface Fit {
  /** Whether more than half of the areas asked have figures of their own, and not converted ones. */
  ownForMost: boolean;
  /** Areas with something of what is wanted. */
  areas: number;
  /** Wanted months that every one of these areas has. */
  months: number;
  /** The last month with a value, of the areas' own figures where most have some; null when there is none. */
  last: Month | null;
  /** Number of the last import that holds the measure for these areas: imports are numbered in order. */
  imported: number;
}

/** Tells how well the series of one measure and vintage fit what is needed; null needs nothing but the areas. */
export function fitOf(
  { every }: Pick<Measure, 'every'>,
  series: readonly Series[],
  asked: { areas: number; imported: number; needed: Needed | null },
): Fit {
  const { needed, imported } = asked;
  const usable = series.filter((each) => hasWanted(every, each, needed));
  const own = usable.filter(({ convertedFrom }) => convertedFrom === null);
  const ownForMost = isMost(own.length, asked.areas);
  const lasts = (ownForMost ? own : usable).flatMap((each) => lastValue(each, needed?.by ?? null) ?? []);
  return {
    ownForMost,
    areas: usable.length,
    months: monthsWanted(every, usable, needed),
    last: lasts.reduce<Month | null>((latest, each) => (latest === null || each > latest ? each : latest), null),
    imported,
  };
}

/** Whether so many of the areas asked are most of them. */
export const isMost = (areas: number, asked: number): boolean => 2 * areas > asked;

/**
 * Orders two fits, below 0 when the first is the better: own figures for most of the areas; more areas; more of the
 * months needed; the later last month; the later import. Importing an older publication later so never takes the place
 * of newer figures, and a file by LSOA never that of one by ward.
 */
export function compareFits(one: Fit, other: Fit): number {
  return (
    Number(other.ownForMost) - Number(one.ownForMost) ||
    other.areas - one.areas ||
    other.months - one.months ||
    compareMonths(other.last, one.last) ||
    other.imported - one.imported
  );
}

const compareMonths = (one: Month | null, other: Month | null): number =>
  (one ?? '') === (other ?? '') ? 0 : (one ?? '') > (other ?? '') ? 1 : -1;

function hasWanted(every: Measure['every'], series: Series, needed: Needed | null): boolean {
  if (needed !== null && every === 'month' && needed.months.length > 0) {
    return needed.months.some((month) => valueIn(series, month) !== null);
  }
  return lastValue(series, needed?.by ?? null) !== null;
}

function monthsWanted(every: Measure['every'], series: readonly Series[], needed: Needed | null): number {
  if (needed === null || series.length === 0) return 0;
  if (every !== 'month') return 1;
  const complete = new Set(completeMonths(series));
  return needed.months.filter((month) => complete.has(month)).length;
}

/** The last month with a value, up to a month; null for none. */
function lastValue({ firstMonth, values }: Series, by: Month | null): Month | null {
  const at = values.findLastIndex(
    (value, place) => value !== null && (by === null || addMonths(firstMonth, place) <= by),
  );
  return at === -1 ? null : addMonths(firstMonth, at);
}
