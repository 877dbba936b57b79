import { dayBefore, isOn } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { leaveOfDay, type PartOfOfficer } from './leave-of-day.ts';

/** Leave of a day that follows from the post book alone. */
export interface DayOfBook extends Omit<PartOfOfficer, 'fraction'> {
  day: string;
  minutes: number;
}

const DAY_MILLISECONDS = 86_400_000;

/**
 * What of an officer's contracted time the post book takes by a long absence or adjusted duties: on every day of it of which
 * neither duty nor leave is recorded, for who is away for long is in no roster. Their rest days are not known, so that every
 * day has a seventh of a contracted week, as the promise has; whole minutes that come to whole weeks.
 * @param of.absences days of absences and adjusted duties, which may overlap
 * @param of.from     first day that is asked about, and the last one
 * @param of.recorded days on which duty or leave is recorded
 */
export function leaveOfBook(of: {
  absences: readonly { from: string; until: string | null }[];
  from: string;
  to: string;
  recorded: ReadonlySet<string>;
  postsOn: (day: string) => readonly PartOfOfficer[];
  weeklyMinutes: (day: string) => number;
}): DayOfBook[] {
  const found: DayOfBook[] = [];
  for (let day = of.from; day <= of.to; day = nextDay(day)) {
    if (of.recorded.has(day) || !of.absences.some((each) => isOn(each, day))) continue;
    const posts = of.postsOn(day);
    if (posts.length === 0) continue;
    const whole = posts.reduce((sum, { fraction }) => sum + fraction, 0);
    const minutes = upTo(day, of.weeklyMinutes(day) * whole) - upTo(dayBefore(day), of.weeklyMinutes(day) * whole);
    found.push(...leaveOfDay({ posts, minutes, dayMinutes: 0 }).map((part) => ({ day, ...part })));
  }
  return found;
}

/** Whole minutes from a day long ago to the end of this one, at so many a week. */
const upTo = (day: string, weekly: number): number =>
  Math.round(((Date.parse(`${day}T00:00:00Z`) / DAY_MILLISECONDS) * weekly) / 7);
