import { countWords } from '../../ui/count-words.ts';
import type { MonthlyFigures, Period } from '../model.ts';

/** Said in place of every figure that is held and not given out to who asks. */
export const NOT_SHOWN = 'Not shown: fewer than 5, or would reveal such a figure.';

/** Whether months are left out that have a figure; of a period, or at all where none is given. */
export function hasHidden(
  { hidden = [] }: Pick<MonthlyFigures, 'hidden'>,
  period?: Pick<Period, 'from' | 'to'>,
): boolean {
  return hidden.some((month) => period === undefined || (period.from <= month && month <= period.to));
}

/** How many months of a span are left out, and why, in one sentence; none where every figure is given out. */
export function sayHiddenMonths(
  { hidden = [] }: Pick<MonthlyFigures, 'hidden'>,
  { from, to }: Pick<Period, 'from' | 'to'>,
): string[] {
  const months = hidden.filter((month) => from <= month && month <= to).length;
  if (months === 0) return [];
  return [`${countWords(months, 'month is', 'months are')} not shown: fewer than 5, or would reveal such a figure.`];
}
