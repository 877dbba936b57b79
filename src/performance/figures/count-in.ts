import { type Month, monthsBetween } from '../../lib/calendar/month.ts';
import type { MonthlyFigures } from '../model.ts';

/**
 * What a series has over whole months, both included; null where any of them has no value. Where months are not given out,
 * the sum of their financial year may be.
 */
export function countIn(
  { firstMonth, values, years = [] }: Pick<MonthlyFigures, 'firstMonth' | 'values' | 'years'>,
  { from, to }: { from: Month; to: Month },
): number | null {
  const year = years.find((each) => each.from === from && each.to === to);
  if (year !== undefined) return year.count;
  const begins = monthsBetween(firstMonth, from);
  const ends = monthsBetween(firstMonth, to);
  if (begins < 0 || ends >= values.length) return null;
  let count = 0;
  for (let at = begins; at <= ends; at += 1) {
    const value = values[at] ?? null;
    if (value === null) return null;
    count += value;
  }
  return count;
}
