import type { Month } from '../../lib/calendar/month.ts';
import type { Charter } from '../model.ts';

/** Each treated area with the month in which its group starts. */
const startsOf = ({ treated }: Charter): Map<string, Month> =>
  new Map(treated.flatMap(({ areas, start }) => areas.map((area) => [area, start] as const)));

/**
 * Starts that a change moves to before the month in which it is written: what an amendment may not do, since it would look as
 * if it had been agreed beforehand.
 * @param before the wording in force
 * @param month in which the change is written
 */
export function startsMovedBack(before: Charter, after: Charter, month: Month): { area: string; start: Month }[] {
  const held = startsOf(before);
  return [...startsOf(after)].flatMap(([area, start]) =>
    start < month && held.get(area) !== start ? [{ area, start }] : [],
  );
}

/** Whether no area starts earlier than was signed first; one that came later, not before the first of all. */
export function startsNoEarlier(first: Charter, after: Charter): boolean {
  const signed = startsOf(first);
  const [earliest = first.end] = [...signed.values()].toSorted();
  return [...startsOf(after)].every(([area, start]) => start >= (signed.get(area) ?? earliest));
}
