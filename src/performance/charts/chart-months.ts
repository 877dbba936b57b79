import { addMonths, type Month, monthRange, monthsBetween } from '../../lib/calendar/month.ts';
import { exceptionsIn } from '../comparison/exceptional-months.ts';
import { heldMonths } from '../figures/held-months.ts';
import type { MonthlyFigures } from '../model.ts';
import { financialYearStart } from '../periods/financial-year.ts';

/** A month of a chart before it is judged. */
export interface ChartMonth {
  month: Month;
  recorded: number | null;
  doubtful: boolean;
  /** Has a value that is not doubtful. */
  usable: boolean;
  /** Usable, and of no time in the register of exceptional months: what a baseline and a year's cycle are taken from. */
  ordinary: boolean;
}

/** Every month of a series that has a value due, from its first to its last: each month, or the last of each quarter. */
export function chartMonths(figures: MonthlyFigures, step: number): ChartMonth[] {
  const doubtful = new Set(figures.doubtful);
  const span = heldMonths(figures);
  if (span === null) return [];
  const exceptional = exceptionsIn(span);
  const before = monthsBetween(figures.firstMonth, span.from);
  return rangeOf(span.from, span.to)
    .filter((_, at) => at % step === 0)
    .map((month, turn) => {
      const recorded = figures.values[before + turn * step] ?? null;
      const usable = recorded !== null && !doubtful.has(month);
      const ordinary = usable && !exceptional.some(({ from, to }) => from <= month && month <= to);
      return { month, recorded, doubtful: recorded !== null && doubtful.has(month), usable, ordinary };
    });
}

/** Ranges already written out: the charts of a page share theirs. */
const RANGES = new Map<string, readonly Month[]>();
const MOST_RANGES = 100;

function rangeOf(from: Month, to: Month): readonly Month[] {
  const known = RANGES.get(`${from} ${to}`);
  if (known) return known;
  if (RANGES.size >= MOST_RANGES) RANGES.clear();
  const range = monthRange(from, to);
  RANGES.set(`${from} ${to}`, range);
  return range;
}

/** How many years a chart shows when nobody says from when: from the April of the fifth financial year back. */
const YEARS_SHOWN = 5;

/** First month shown: April of the fifth financial year back, counting that of the last month, or the first there is. */
export function defaultFrom(months: readonly ChartMonth[], to: Month): Month | null {
  const [first] = months;
  if (first === undefined) return null;
  const april = addMonths(financialYearStart(to), -12 * (YEARS_SHOWN - 1));
  return first.month > april ? first.month : april;
}
