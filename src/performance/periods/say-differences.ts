import { monthRange } from '../../lib/calendar/month.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { Periods } from './previous-period.ts';

/** Whether both periods have the same number of months, so that their counts can be set side by side. */
export function sameLength({ current, previous }: Periods): boolean {
  return monthsOf(current).length === monthsOf(previous).length;
}

/** What makes the periods unlike each other, one sentence each: their lengths, their months of the year, a leap day. */
export function sayDifferences(periods: Periods): string[] {
  const { current, previous } = periods;
  const days = `${wholeNumber(current.days)} and ${wholeNumber(previous.days)} days`;
  if (!sameLength(periods)) {
    return [
      `The periods are of different lengths (${days}), so percentages and ranges compare what there was per day.`,
    ];
  }
  if (!sameMonths(periods)) {
    return ['The periods are different months of the year, so what a season brings counts as change.'];
  }
  return current.days === previous.days
    ? []
    : [`The periods have ${days}, a leap day apart: percentages are of the counts, ranges of what there was per day.`];
}

function sameMonths({ current, previous }: Periods): boolean {
  return monthsOf(current)[0]?.slice(5) === monthsOf(previous)[0]?.slice(5);
}

const monthsOf = ({ from, to }: Periods['current']) => monthRange(from, to);
