import { countIn } from '../figures/count-in.ts';
import type { ForceWide, MonthlyFigures } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import { sameLength } from '../periods/say-differences.ts';
import { percentChange } from './percent-change.ts';

/**
 * What all boroughs of the force together did in the same two periods. What the force could not place in a borough is in
 * none of them, so it is not in the sum.
 * @returns null where any borough lacks a month
 */
export function forceWide(boroughs: readonly MonthlyFigures[], periods: Periods): ForceWide | null {
  const [current, previous] = [sumIn(boroughs, periods.current), sumIn(boroughs, periods.previous)];
  if (current === null || previous === null) return null;
  const days = sameLength(periods) ? undefined : ([periods.current.days, periods.previous.days] as const);
  const files = [...new Set(boroughs.flatMap((borough) => borough.files))].toSorted();
  return { current, previous, percentChange: percentChange(current, previous, days), files };
}

function sumIn(boroughs: readonly MonthlyFigures[], period: Periods['current']): number | null {
  let sum = 0;
  for (const borough of boroughs) {
    const count = countIn(borough, period);
    if (count === null) return null;
    sum += count;
  }
  return boroughs.length === 0 ? null : sum;
}
