import { monthName } from '../../lib/calendar/month.ts';
import { percent } from '../../ui/percent.ts';
import type { AwayType, MonthBefore } from './model.ts';
import { ofOnePublication } from './of-one-publication.ts';

/** Months of the span that is told of. */
const YEAR = 12;

/** Minutes away of a month, whatever for. */
export const awayMinutesBefore = ({ away }: MonthBefore): number => away.reduce((sum, { minutes }) => sum + minutes, 0);

/** Minutes of each type over some months, the most first. */
export function byTypeBefore(months: readonly MonthBefore[]): { type: AwayType; minutes: number }[] {
  const sums = new Map<AwayType, number>();
  for (const { away } of months) for (const { type, minutes } of away) sums.set(type, (sums.get(type) ?? 0) + minutes);
  return [...sums].map(([type, minutes]) => ({ type, minutes })).sort((a, b) => b.minutes - a.minutes);
}

/**
 * What the force's table says of the last year that one publication has of a place; null where it has no time on duty.
 * @example
 * sayBefore('Camden', months);
 * // "In Camden, April 2023 to March 2024, 82% of dedicated ward officers’ recorded time was not spent elsewhere. 76% of the rest was Training."
 */
export function sayBefore(place: string, months: readonly MonthBefore[]): string | null {
  const last = ofOnePublication(months).slice(-YEAR);
  const [first, final] = [last[0], last.at(-1)];
  const minutes = last.reduce((sum, each) => sum + each.minutes, 0);
  if (first === undefined || final === undefined || minutes === 0) return null;
  const away = last.reduce((sum, each) => sum + awayMinutesBefore(each), 0);
  const [most] = byTypeBefore(last);
  const span = first === final ? monthName(final.month) : `${monthName(first.month)} to ${monthName(final.month)}`;
  const kept = `In ${place}, ${span}, ${percent(1 - away / minutes, 0)} of dedicated ward officers’ recorded time was not spent elsewhere.`;
  return most === undefined || away === 0
    ? kept
    : `${kept} ${percent(most.minutes / away, 0)} of the rest was for what the force calls “${most.type}”.`;
}
