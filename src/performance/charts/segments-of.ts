import type { Month } from '../../lib/calendar/month.ts';
import type { ChartMonth } from './chart-months.ts';
import type { HeldLimits, StepChange } from './model.ts';

/** Points that lines are taken from, unless settings say which. */
export const BASELINE_POINTS = 24;
/** Fewest points that lines are taken from. */
export const LEAST_POINTS = 12;

/** Months between two step changes, before they are judged. */
export interface Stretch {
  /** Where it begins and ends among the months shown, the end not included. */
  start: number;
  end: number;
  because: string | null;
}

/** Cuts the months shown at every step change among them; several in one month are one. */
export function stretchesOf(shown: readonly Pick<ChartMonth, 'month'>[], steps: readonly StepChange[]): Stretch[] {
  const cuts = new Map<number, string>();
  for (const { month, reason } of steps.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    const at = shown.findIndex((each) => each.month >= month);
    // A change before the first month shown is behind the whole chart.
    if (at > 0) cuts.set(at, cuts.has(at) ? `${cuts.get(at)} ${reason}` : reason);
  }
  const starts = [0, ...cuts.keys()];
  return starts.map((start, turn) => ({
    start,
    end: starts[turn + 1] ?? shown.length,
    because: cuts.get(start) ?? null,
  }));
}

/** The limits that settings hold over a stretch: the latest entered whose months touch it, or end before a first one. */
export function heldOver(held: readonly HeldLimits[], from: Month, to: Month, first: boolean): HeldLimits | null {
  return held.findLast((each) => each.from <= to && (first || each.to >= from)) ?? null;
}
