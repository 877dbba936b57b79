import { nextDay } from '../../lib/calendar/london-span.ts';
import { isTimeOfDay, londonInstants } from '../../lib/calendar/london-time.ts';
import type { Problem } from '../../lib/refused.ts';
import { longDate } from '../../ui/long-date.ts';
import type { TimeSpan } from '../model.ts';

/** Which of two is meant of a time that comes twice. */
export type Which = 'first' | 'second';

/** A duty as people write it: a day and two times by London's clocks. */
export interface WrittenDuty {
  /** Day on which it starts, "2026-03-28". */
  day: string;
  /** "22:00" */
  start: string;
  /** "07:00": on the next day where it comes before the start. */
  end: string;
  startWhich?: Which | null;
  endWhich?: Which | null;
}

/** When it is, or what stands in the way beside the field it is about; `twice`: fields whose time comes twice. */
export type DutySpanRead =
  | { kind: 'span'; during: TimeSpan; minutes: number }
  | { kind: 'problems'; problems: Problem[]; twice: ('start' | 'end')[] };

const MINUTE = 60_000;
/** Most minutes of one duty. */
const DAY_MINUTES = 1440;

/**
 * Reads a duty by London's clocks. A time that comes twice when summer time ends is asked about, unless it was said which of
 * the two is meant; one that never comes when it begins is refused, and so are a duty of no time and one of more than a day.
 * @param written a day of the calendar, and times of day as they were typed
 */
export function dutySpan({ day, start, end, startWhich = null, endWhich = null }: WrittenDuty): DutySpanRead {
  const unread = [unreadTime('start', start), unreadTime('end', end)].filter((problem) => problem !== null);
  if (unread.length > 0) return refused(unread);
  if (start === end)
    return refused([{ field: 'end', sentence: 'A duty ends at another time than it starts: write when it ends.' }]);
  const from = instantOf('start', day, start, startWhich);
  const to = instantOf('end', end > start ? day : nextDay(day), end, endWhich);
  const problems = [from, to].flatMap((read) => ('problem' in read ? [read.problem] : []));
  const twice = [from, to].flatMap((read) => ('problem' in read && read.twice !== null ? [read.twice] : []));
  if ('problem' in from || 'problem' in to) return { kind: 'problems', problems, twice };
  const minutes = (to.at.getTime() - from.at.getTime()) / MINUTE;
  if (minutes <= 0)
    return refused([{ field: 'end', sentence: 'The change of the clock leaves no time between: write a later end.' }]);
  if (minutes > DAY_MINUTES)
    return refused([{ field: 'end', sentence: 'A duty has at most 24 hours: write it as two duties.' }]);
  return { kind: 'span', during: { from: from.at, to: to.at }, minutes };
}

type Field = 'start' | 'end';

const refused = (problems: Problem[]): DutySpanRead => ({ kind: 'problems', problems, twice: [] });

const unreadTime = (field: Field, time: string): Problem | null =>
  isTimeOfDay(time) ? null : { field, sentence: 'Write the time as hours and minutes of the day, such as 07:00.' };

function instantOf(
  field: Field,
  date: string,
  time: string,
  which: Which | null,
): { at: Date } | { problem: Problem; twice: Field | null } {
  const found = londonInstants(date, time);
  if (found.kind === 'once') return { at: found.at };
  if (found.kind === 'never') {
    const sentence = `There is no ${time} on ${longDate(date)}: the clocks go from 01:00 to 02:00, so write a time before or after.`;
    return { problem: { field, sentence }, twice: null };
  }
  if (which !== null) return { at: which === 'first' ? found.first : found.second };
  const sentence = `${time} comes twice on ${longDate(date)}, when the clocks go back: say whether the first or the second is meant.`;
  return { problem: { field, sentence }, twice: field };
}
