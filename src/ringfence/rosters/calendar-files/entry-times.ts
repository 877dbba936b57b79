import { isDate } from '../../../lib/calendar/is-date.ts';
import { nextDay } from '../../../lib/calendar/london-span.ts';
import { isTimeOfDay, londonTime } from '../../../lib/calendar/london-time.ts';
import type { Read } from '../model.ts';
import { type FindInstants, onClock, type RowTime, wrongLength } from '../reading/read-span.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import type { ContentLine } from './content-lines.ts';

/** London's time, as calendars name it: the second is what Outlook writes. */
const LONDON = new Set(['europe/london', 'gmt standard time', 'gb']);
const STAMP = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/;
const DURATION = /^\+?P(?:(\d{1,3})W|(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?)$/;
const MINUTE = 60_000;
/** Days that one entry of whole days may last. */
const MOST_DAYS = 366;

type Stamp = { kind: 'day'; day: string } | { kind: 'instant'; at: Date };

/**
 * When an entry of a calendar is: its time, or each of its whole days. Times without a zone are London's, as are those of
 * its zone; in UTC they are what they say; any other zone is asked about.
 * @source RFC 5545, sections 3.3.5, 3.3.6, 3.6.1: https://www.rfc-editor.org/rfc/rfc5545
 */
export function entryTimes({ properties }: CalendarEntry, find: FindInstants): Read<RowTime[]> {
  const start = readStamp(properties.get('DTSTART'), 'start', find);
  if ('because' in start) return start;
  const end = endOf(start.value, properties, find);
  if ('because' in end) return end;
  if (start.value.kind === 'day' && end.value.kind === 'day') return wholeDays(start.value.day, end.value.day);
  if (start.value.kind === 'day' || end.value.kind === 'day')
    return {
      because: 'It starts at a time and ends on a day, or the other way round: write both as times or both as days.',
    };
  const time = { from: start.value.at, to: end.value.at };
  const wrong = wrongLength(time);
  return wrong === null ? { value: [{ day: londonTime(time.from).date, time }] } : { because: wrong };
}

function endOf(start: Stamp, properties: CalendarEntry['properties'], find: FindInstants): Read<Stamp> {
  const [end, duration] = [properties.get('DTEND'), properties.get('DURATION')];
  if (end !== undefined) return readStamp(end, 'end', find);
  if (duration === undefined)
    return start.kind === 'day'
      ? { value: { kind: 'day', day: nextDay(start.day) } }
      : { because: 'It has no end: give it a DTEND or a DURATION.' };
  const minutes = readDuration(duration.value);
  if (minutes === null)
    return { because: `Its DURATION "${duration.value.slice(0, 40)}" cannot be read: write it as PT8H.` };
  if (start.kind === 'instant')
    return { value: { kind: 'instant', at: new Date(start.at.getTime() + minutes * MINUTE) } };
  const days = minutes / (24 * 60);
  const last = new Date(Date.parse(`${start.day}T12:00:00Z`) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);
  return Number.isInteger(days) && isDate(last)
    ? { value: { kind: 'day', day: last } }
    : { because: 'It is of whole days and lasts part of one: write its start as a time.' };
}

function readDuration(text: string): number | null {
  const [whole, weeks = '0', days = '0', hours = '0', minutes = '0', seconds = '0'] =
    DURATION.exec(text.trim().toUpperCase()) ?? [];
  if (whole === undefined || !/\d/.test(whole)) return null;
  return Number(weeks) * 10_080 + Number(days) * 1440 + Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}

function readStamp(property: ContentLine | undefined, which: 'start' | 'end', find: FindInstants): Read<Stamp> {
  if (property === undefined) return { because: 'It has no start: give it a DTSTART.' };
  const unreadable = {
    because: `Its ${which} "${property.value.slice(0, 40)}" cannot be read: write it as 20261024T220000, in London’s time or in UTC with a Z.`,
  };
  const [whole, year, month, date, hours, minutes, seconds, utc] = STAMP.exec(property.value.trim()) ?? [];
  const day = `${year}-${month}-${date}`;
  if (whole === undefined || !isDate(day)) return unreadable;
  if (hours === undefined) return { value: { kind: 'day', day } };
  const time = `${hours}:${minutes}`;
  if (!isTimeOfDay(time)) return unreadable;
  if (seconds !== '00') return { because: `Its ${which} has seconds: write whole minutes.` };
  if (utc !== undefined) return { value: { kind: 'instant', at: new Date(`${day}T${time}:00Z`) } };
  const zone = property.parameters.get('TZID')?.replace(/^\//, '');
  if (zone !== undefined && !LONDON.has(zone.toLowerCase()))
    return { because: `Its ${which} is in the time of "${zone.slice(0, 60)}": write it in London’s time or in UTC.` };
  const at = onClock(day, time, find);
  return 'because' in at ? at : { value: { kind: 'instant', at: at.value } };
}

/** @param until the day after the last */
function wholeDays(first: string, until: string): Read<RowTime[]> {
  const days: RowTime[] = [];
  for (let day = first; day < until; day = nextDay(day)) {
    if (days.length === MOST_DAYS)
      return { because: `It lasts more than ${MOST_DAYS} days: write one entry for each year.` };
    days.push({ day, time: null });
  }
  return days.length === 0
    ? { because: 'It ends before it starts: write as its end the day after its last.' }
    : { value: days };
}
