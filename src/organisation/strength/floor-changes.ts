import { dayBefore } from '../../lib/calendar/day-runs.ts';
import type { WardFloor } from './ward-kind.ts';

const DAY_MS = 86_400_000;

/**
 * The days on which the promised floor changes, from the first of some days to the last of them. The floor is asked about
 * at each of them, and between two where it differs the day is found by halving.
 * @param days in order; the floor changes at most once between two of them
 */
export function floorChanges(floorOn: (date: string) => WardFloor, days: readonly string[]): string[] {
  const key = (date: string) => `${floorOn(date).dwo} ${floorOn(date).pcso}`;
  const found: string[] = [];
  for (const [index, day] of days.entries()) {
    const next = days[index + 1];
    if (next === undefined || key(day) === key(next)) continue;
    let [before, after] = [day, next];
    while (before < dayBefore(after)) {
      const middle = halfway(before, after);
      if (key(middle) === key(day)) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

function halfway(from: string, to: string): string {
  const [first, last] = [from, to].map((date) => Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  return new Date(Math.floor(((first ?? 0) + (last ?? 0)) / 2) * DAY_MS).toISOString().slice(0, 10);
}
