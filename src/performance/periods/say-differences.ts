import { wholeNumber } from '../../ui/whole-number.ts';
import { monthsIn } from './make-period.ts';
import type { Periods } from './previous-period.ts';

/** Whether both periods have the same number of months, so that their counts can be set side by side. */
export function sameLength({ current, previous }: Periods): boolean {
  return monthsIn(current) === monthsIn(previous);
}

/**
 * Whether both periods are as long and of the same months of the year, so that what a season brings is in both, and earlier
 * spans of those months tell how much such periods differ.
 */
export function areAlike(periods: Periods): boolean {
  return sameLength(periods) && sameSeasons(periods);
}

/** What makes the periods unlike each other, one sentence each: their order, lengths, months of the year, a leap day. */
export function sayDifferences(periods: Periods): string[] {
  const { current, previous } = periods;
  const days = `${wholeNumber(current.days)} and ${wholeNumber(previous.days)} days`;
  return [
    ...(current.from < previous.from
      ? [
          `${current.label} is compared with a later time, ${previous.label}: "fewer" says that there were fewer in the earlier one.`,
        ]
      : []),
    ...(sameLength(periods)
      ? []
      : [`The periods are of different lengths (${days}), so every comparison is of what there was per day.`]),
    ...(sameSeasons(periods)
      ? []
      : ['The periods are not of the same months of the year, so what a season brings counts as change.']),
    ...(areAlike(periods) && current.days !== previous.days
      ? [`The periods have ${days}, a leap day apart: percentages are of the counts, ranges of what there was per day.`]
      : []),
  ];
}

/** Whole years have every season in them, whichever month they begin with. */
function sameSeasons({ current, previous }: Periods): boolean {
  const [now, before] = [monthsIn(current), monthsIn(previous)];
  if (now % 12 === 0 && before % 12 === 0) return true;
  return now === before && current.from.slice(5) === previous.from.slice(5);
}
