import type { Month } from '../../lib/calendar/month.ts';
import type { ChartMonth } from './chart-months.ts';
import type { HeldLimits } from './model.ts';
import { LEAST_POINTS } from './segments-of.ts';

/** Months that a stretch takes its lines from, without a gap in their order. */
export interface Baseline {
  from: Month;
  to: Month;
  /** Those in it that lines are taken from. */
  points: number;
  months: ChartMonth[];
}

/**
 * The months lines are taken from: those that settings hold, wherever in the series; else the first ordinary months of the
 * stretch, or as many as there are.
 * @param all every month of the series
 * @param stretch those of the stretch
 * @param points how many of it, where settings hold none
 * @returns null with fewer than twelve ordinary months
 */
export function pickBaseline(
  all: readonly ChartMonth[],
  stretch: readonly ChartMonth[],
  held: HeldLimits | null,
  points: number,
): Baseline | null {
  const among = held === null ? stretch : all.filter(({ month }) => month >= held.from && month <= held.to);
  const ordinary = among.flatMap((each, at) => (each.ordinary ? [at] : []));
  const taken = held === null ? ordinary.slice(0, points) : ordinary;
  const [first] = taken;
  const last = taken.at(-1);
  if (first === undefined || last === undefined || taken.length < LEAST_POINTS) return null;
  const months = among.slice(first, last + 1);
  return { from: months[0]?.month as Month, to: months.at(-1)?.month as Month, points: taken.length, months };
}

/** Which months of a stretch are judged: the usable ones after the baseline, or where there are none its own. */
export function judgedMonths(
  stretch: readonly ChartMonth[],
  { from, to }: Baseline,
): { judged: boolean[]; own: boolean } {
  const own = !stretch.some((each) => each.usable && each.month > to);
  const judges = (each: ChartMonth) => (own ? each.ordinary && each.month >= from : each.usable && each.month > to);
  return { judged: stretch.map(judges), own };
}
