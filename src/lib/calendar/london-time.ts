import { InvalidArgument } from '../invalid-argument.ts';
import { isDate } from './is-date.ts';

/**
 * Which instants a clock in London shows a time at: one on nearly every occasion; two in the hour that comes twice when
 * summer time ends; none in the hour that is left out when it begins.
 */
export type LondonInstants =
  | { kind: 'once'; at: Date }
  | { kind: 'twice'; first: Date; second: Date }
  /** `at`: what the time is taken for all the same. */
  | { kind: 'never'; at: Date };

/** What a clock and a calendar in London show. */
export interface LondonTime {
  /** "2026-03-29" */
  date: string;
  /** "02:30"; seconds are left off. */
  time: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY = 24 * 60 * 60 * 1000;

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Whether the text is a time of day from 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/** What a clock in London shows at an instant. */
export function londonTime(at: Date): LondonTime {
  const parts = Object.fromEntries(LONDON.formatToParts(at).map(({ type, value }) => [type, value]));
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/**
 * Finds the instants at which London's clocks show a time on a day. Summer time begins and ends at one o'clock Greenwich
 * mean time, so that on the last Sunday of March nobody sees 01:30, and on the last of October everybody sees it twice.
 * @param date "2026-03-29", a day from 1900 to 2200
 * @param time "01:30"
 * @throws InvalidArgument when either is not written so
 * @source The Summer Time Order 2002, SI 2002/262, article 2: https://www.legislation.gov.uk/uksi/2002/262/made
 */
export function londonInstants(date: string, time: string): LondonInstants {
  if (!isDate(date) || !isTimeOfDay(time)) throw new InvalidArgument(`"${date} ${time}" is not a day and a time.`);
  const shown = Date.parse(`${date}T${time}:00Z`);
  // No two changes of the clock lie within two days, so these are the offsets before and after any change near by.
  const before = shown - offsetAt(shown - DAY);
  const after = shown - offsetAt(shown + DAY);
  const real = [...new Set([before, after])].filter((at) => at + offsetAt(at) === shown).sort((a, b) => a - b);
  const [first, second] = real;
  if (first === undefined) return { kind: 'never', at: new Date(before) };
  if (second === undefined) return { kind: 'once', at: new Date(first) };
  return { kind: 'twice', first: new Date(first), second: new Date(second) };
}

/**
 * The instant that a time on a day in London stands for, by the one answer that calendar files give: a time that comes
 * twice is its first occurrence; one that never comes is counted by the clock before the change, so that 01:30 on the
 * day that summer time begins is half past two.
 * @param occurrence 'second' where it is known that the later of two was meant
 * @throws InvalidArgument when date or time is not written as "2026-03-29" and "01:30"
 * @source RFC 5545, section 3.3.5, form 3: https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 * @example
 * londonInstant('2026-10-25', '01:30');           // 2026-10-25T00:30:00Z
 * londonInstant('2026-10-25', '01:30', 'second'); // 2026-10-25T01:30:00Z
 * londonInstant('2026-03-29', '01:30');           // 2026-03-29T01:30:00Z, when clocks show 02:30
 */
export function londonInstant(date: string, time: string, occurrence: 'first' | 'second' = 'first'): Date {
  const instants = londonInstants(date, time);
  return instants.kind === 'twice' ? instants[occurrence] : instants.at;
}

const HOUR = 60 * 60 * 1000;
/** Offsets of hours that were asked for, since asking takes twenty times as long; as many as six years have. */
const offsets = new Map<number, number>();
const MOST_OFFSETS = 52_560;

/** Milliseconds that London's clocks are ahead of UTC at an instant: they have only ever changed on the hour of UTC. */
function offsetAt(at: number): number {
  const hour = Math.floor(at / HOUR) * HOUR;
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const { date, time } = londonTime(new Date(hour));
  const offset = Date.parse(`${date}T${time}:00Z`) - hour;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}
