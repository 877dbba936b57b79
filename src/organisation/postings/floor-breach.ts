import { isOn } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import type { Days } from '../post-book.ts';

/** Somebody in a post that counts towards a ward's floor. */
export interface Counted {
  officer: number;
  fraction: number;
  during: Days;
}

/** A run of days on which a ward has fewer than its floor, and how many it then has. */
export interface Breach {
  days: { from: string; until: string };
  /** Full-time equivalents on the first of the days. */
  there: number;
  floor: number;
}

/**
 * The first days on which a change would bring a ward below its floor, or further below it: full-time equivalents of who
 * is posted and not away, day by day. null where it brings it below on none; a ward that was short before and gets no
 * shorter is not this change's doing.
 * @param change.before who is posted without the change
 * @param change.after  who is posted with it
 * @param change.away   days on which officers are posted and not there
 * @param change.days   the days it is about, with an end
 * @param change.floorOn officers that every ward is promised on a date
 */
export function floorBreach(change: {
  before: readonly Counted[];
  after: readonly Counted[];
  away: readonly { officer: number; during: Days }[];
  days: { from: string; until: string };
  floorOn: (date: string) => number;
}): Breach | null {
  const { before, after, away, days, floorOn } = change;
  const isShort = (date: string): boolean => {
    const there = present(after, away, date);
    return there < floorOn(date) * 1000 && there < present(before, away, date);
  };
  let from = days.from;
  while (from < days.until && !isShort(from)) from = nextDay(from);
  if (from >= days.until) return null;
  const there = present(after, away, from);
  const floor = floorOn(from);
  let until = nextDay(from);
  while (until < days.until && isShort(until) && present(after, away, until) === there) until = nextDay(until);
  return { days: { from, until }, there: there / 1000, floor };
}

/** Thousandths of full-time equivalents on a day. */
function present(
  counted: readonly Counted[],
  away: readonly { officer: number; during: Days }[],
  date: string,
): number {
  const gone = new Set(away.filter(({ during }) => isOn(during, date)).map(({ officer }) => officer));
  return counted
    .filter(({ officer, during }) => isOn(during, date) && !gone.has(officer))
    .reduce((sum, { fraction }) => sum + Math.round(fraction * 1000), 0);
}
