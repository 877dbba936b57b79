import { isDate } from '../../../lib/calendar/is-date.ts';
import { nextDay } from '../../../lib/calendar/london-span.ts';
import { isTimeOfDay, type LondonInstants, londonInstants, londonTime } from '../../../lib/calendar/london-time.ts';
import type { TimeSpan } from '../../model.ts';
import type { Read } from '../model.ts';

/** When a row is: its London day, and its time; null of a row that is of a whole day. */
export interface RowTime {
  day: string;
  time: TimeSpan | null;
}

const MINUTE = 60_000;
/** Minutes that no duty has more of. */
const LONGEST_MINUTES = 24 * 60;

/** Finds the instants of a time by London's clocks. */
export type FindInstants = (date: string, time: string) => LondonInstants;

/** A finder that remembers: a roster names the same few hundred times again and again. */
export function rememberInstants(): FindInstants {
  const known = new Map<string, LondonInstants>();
  return (date, time) => {
    const key = `${date} ${time}`;
    const found = known.get(key) ?? londonInstants(date, time);
    known.set(key, found);
    return found;
  };
}

type Written =
  | { kind: 'none' }
  | { kind: 'time'; time: string }
  | { kind: 'local'; date: string; time: string }
  | { kind: 'instant'; at: Date };

const CLOCK = /^(\d{1,2})[:.]?(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:?\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(Z|z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads when a row is, by London's clocks: an end that is not later than its start is on the next day, as of a night.
 * @param cells day as "2026-10-24" or "24/10/2026"; start and end as "22:00", "2200" or a whole date-time, with or without
 *   its offset from Greenwich; all trimmed, and empty where the row does not say
 * @returns the sentence that says what to write instead for what cannot be read, a time that comes twice or never, an end
 *   before its start and more than 24 hours
 */
export function readSpan(cells: { day: string; start: string; end: string }, find: FindInstants): Read<RowTime> {
  const named = readDay(cells.day);
  if ('because' in named) return named;
  const start = readWritten(cells.start, 'start');
  if ('because' in start) return start;
  const end = readWritten(cells.end, 'end');
  if ('because' in end) return end;
  if (start.value.kind === 'none' && end.value.kind === 'none')
    return named.value === '' ? { because: NO_DAY } : { value: { day: named.value, time: null } };
  if (start.value.kind === 'none' || end.value.kind === 'none')
    return { because: 'It has only one of start and end: write both, or neither for a whole day.' };
  const from = instantOf(start.value, named.value, find);
  if ('because' in from) return from;
  const begun = londonTime(from.value);
  if (named.value !== '' && named.value !== begun.date)
    return { because: `Its day is ${named.value} and it starts on ${begun.date}: write the day on which it starts.` };
  const to = endOf(end.value, begun, find);
  if ('because' in to) return to;
  const wrong = wrongLength({ from: from.value, to: to.value });
  return wrong === null ? { value: { day: begun.date, time: { from: from.value, to: to.value } } } : { because: wrong };
}

const NO_DAY = 'It has no day: write it as 2026-10-24.';
const BRITISH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** Reads a day as files write it; an empty one stays empty. */
export function readDay(text: string): Read<string> {
  const [, day = '', month = '', year = ''] = BRITISH.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (iso === '' || isDate(iso)) return { value: iso };
  return { because: `Its day "${text.slice(0, 40)}" cannot be read: write it as 2026-10-24.` };
}

function readWritten(text: string, which: 'start' | 'end'): Read<Written> {
  const unreadable = {
    because: `Its ${which} "${text.slice(0, 40)}" cannot be read: write it as 22:00 or 2026-10-24T22:00:00+01:00.`,
  };
  if (text === '') return { value: { kind: 'none' } };
  const [clock, hours = '', minutes = ''] = CLOCK.exec(text) ?? [];
  if (clock !== undefined) {
    const midnight = which === 'end' && hours === '24' && minutes === '00';
    const time = midnight ? '00:00' : `${hours.padStart(2, '0')}:${minutes}`;
    return isTimeOfDay(time) ? { value: { kind: 'time', time } } : unreadable;
  }
  const [whole, date = '', shown = '', seconds = '00', offset] = DATE_TIME.exec(text) ?? [];
  const time = `${shown.slice(0, 2)}:${shown.slice(-2)}`;
  if (whole === undefined || !isDate(date) || !isTimeOfDay(time)) return unreadable;
  if (seconds !== '00') return { because: `Its ${which} has seconds: write whole minutes.` };
  if (offset === undefined) return { value: { kind: 'local', date, time } };
  const ahead = offset.toUpperCase() === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const at = new Date(`${date}T${time}:00${ahead}`);
  return Number.isNaN(at.getTime()) ? unreadable : { value: { kind: 'instant', at } };
}

function instantOf(written: Exclude<Written, { kind: 'none' }>, day: string, find: FindInstants): Read<Date> {
  if (written.kind === 'instant') return { value: written.at };
  if (written.kind === 'local') return onClock(written.date, written.time, find);
  return day === '' ? { because: NO_DAY } : onClock(day, written.time, find);
}

function endOf(
  written: Exclude<Written, { kind: 'none' }>,
  begun: { date: string; time: string },
  find: FindInstants,
): Read<Date> {
  if (written.kind !== 'time') return instantOf(written, '', find);
  if (written.time === begun.time)
    return {
      because: `From ${begun.time} to ${written.time} may be no time or a whole day: write its end with its day.`,
    };
  const date = written.time > begun.time ? begun.date : nextDay(begun.date);
  return isDate(date) ? onClock(date, written.time, find) : { because: NO_DAY };
}

/** The one instant at which London's clocks show a time, or the sentence that asks which of none or two it was. */
export function onClock(date: string, time: string, find: FindInstants): Read<Date> {
  const found = find(date, time);
  if (found.kind === 'once') return { value: found.at };
  if (found.kind === 'never')
    return {
      because: `${time} does not come on ${date}, when clocks go from 01:00 to 02:00: write a time that London’s clocks show.`,
    };
  return {
    because: `${time} comes twice on ${date}, when clocks go back: write its offset, ${date}T${time}:00+01:00 for the first or ${date}T${time}:00+00:00 for the second.`,
  };
}

/** What is wrong with how long a time is; null where nothing is. */
export function wrongLength({ from, to }: TimeSpan): string | null {
  const minutes = (to.getTime() - from.getTime()) / MINUTE;
  if (!Number.isInteger(minutes)) return 'It has seconds: write whole minutes.';
  if (minutes <= 0) return 'It ends before it starts: write its end with its day, as 2026-10-25T07:00.';
  if (minutes <= LONGEST_MINUTES) return null;
  return `It is ${sayHours(minutes)} long, and a duty has at most 24 hours: correct its start or end.`;
}

const sayHours = (minutes: number): string => {
  const [hours, left] = [Math.floor(minutes / 60), minutes % 60];
  return left === 0 ? `${hours} hours` : `${hours} hours ${left} minutes`;
};
