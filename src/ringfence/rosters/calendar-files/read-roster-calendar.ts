import type { HeldRow, Read, RosterRead, RosterRow } from '../model.ts';
import { NO_CELLS, type RosterCells } from '../reading/columns.ts';
import { numbersOfRow } from '../reading/numbers-of-row.ts';
import { readCell } from '../reading/read-cell.ts';
import { readRow } from '../reading/read-row.ts';
import { type FindInstants, type RowTime, rememberInstants } from '../reading/read-span.ts';
import { meaningOf } from '../reading/roster-codes.ts';
import { type Calendar, type CalendarEntry, calendarEntries } from './calendar-entries.ts';
import { type ContentLine, plainText } from './content-lines.ts';
import { entryTimes } from './entry-times.ts';

/**
 * Reads a roster in iCalendar: an entry's summary is "[officer] CODE [ward]", and who ordered an absence, for what event and
 * by what order are X-ORDERED-BY, X-EVENT and X-REFERENCE. Descriptions, places and alarms are never read.
 */
export function readRosterCalendar(text: string): RosterRead {
  const calendar = calendarEntries(text);
  if (calendar.open !== null)
    return {
      kind: 'refused',
      because: `Its entry of line ${calendar.open} does not end: the file was cut short, so export it again.`,
    };
  if (calendar.entries.length === 0)
    return { kind: 'refused', because: 'It is a calendar without entries: choose one with duties.' };
  const find = rememberInstants();
  const rows: RosterRow[] = [];
  const held: HeldRow[] = [];
  for (const entry of latestOnly(calendar.entries)) {
    for (const read of readEntry(entry, calendar, find)) {
      if ('row' in read) rows.push(read.row);
      else held.push(read.held);
    }
  }
  return { kind: 'read', format: 'icalendar', rows, held };
}

/** Of entries with one UID the latest revision: a calendar may hold those before it. */
function latestOnly(entries: readonly CalendarEntry[]): CalendarEntry[] {
  const sequence = ({ properties }: CalendarEntry) => Number(properties.get('SEQUENCE')?.value ?? 0) || 0;
  const latest = new Map<string, number>();
  const uid = ({ properties }: CalendarEntry) =>
    `${properties.get('UID')?.value ?? ''} ${properties.get('RECURRENCE-ID')?.value ?? ''}`;
  for (const entry of entries) latest.set(uid(entry), Math.max(latest.get(uid(entry)) ?? 0, sequence(entry)));
  return entries.filter((entry) => !entry.properties.has('UID') || sequence(entry) === latest.get(uid(entry)));
}

type Taken = { row: RosterRow } | { held: HeldRow };

function readEntry(entry: CalendarEntry, calendar: Calendar, find: FindInstants): Taken[] {
  const said = cellsOf(entry, calendar);
  const cells = 'value' in said ? said.value : NO_CELLS;
  const hold = (because: string): Taken[] => [
    {
      held: {
        line: entry.line,
        written: numbersOfRow(`${textIn(entry, 'DTSTART')} ${textIn(entry, 'SUMMARY')}`),
        said: because,
        officer: cells.officer === '' ? null : cells.officer,
        day: null,
      },
    },
  ];
  if ('because' in said) return hold(said.because);
  const { properties } = entry;
  if (properties.has('RRULE') || properties.has('RDATE') || properties.has('RECURRENCE-ID'))
    return hold('It repeats: export the duties one by one, each with its own start and end.');
  const times = entryTimes(entry, find);
  if ('because' in times) return hold(times.because);
  const cancelled = textIn(entry, 'STATUS').trim().toUpperCase() === 'CANCELLED';
  return times.value.map((time) => {
    const read = readRow(entry.line, withTimes(cells, time), { own: new Map(), find, time: { value: time } });
    return cancelled && 'row' in read ? { row: { ...read.row, meaning: { kind: 'cancelled' } } } : read;
  });
}

const textIn = ({ properties }: CalendarEntry, name: string): string => plainText(properties.get(name)?.value ?? '');

/** As the row is kept where it is held back. */
const withTimes = (cells: RosterCells, { day, time }: RowTime): RosterCells => ({
  ...cells,
  day,
  start: time === null ? '' : time.from.toISOString(),
  end: time === null ? '' : time.to.toISOString(),
});

function cellsOf(entry: CalendarEntry, calendar: Calendar): Read<RosterCells> {
  const words = textIn(entry, 'SUMMARY')
    .split(/\s+/)
    .filter((word) => word !== '');
  const coded = words.slice(0, 2).findIndex((word) => 'value' in meaningOf(word, new Map()));
  // A summary of a number and an unknown code, or of an unknown code alone, is told by which is said elsewhere.
  const at = coded === -1 ? (words.length > 1 && named(entry, calendar) === '' ? 1 : 0) : coded;
  const cells: Record<string, string> = {
    officer: at === 0 ? named(entry, calendar) : (words[0] ?? ''),
    code: words[at] ?? '',
    ward: words.slice(at + 1).join(' '),
    ordered_by: textIn(entry, 'X-ORDERED-BY'),
    event: textIn(entry, 'X-EVENT'),
    reference: textIn(entry, 'X-REFERENCE'),
    contracted_minutes: textIn(entry, 'X-CONTRACTED-MINUTES'),
  };
  for (const [column, text] of Object.entries(cells)) {
    const read = readCell(column, text);
    if ('because' in read) return read;
    cells[column] = read.value;
  }
  return { value: { ...NO_CELLS, ...cells } };
}

/** The officer that an entry or its calendar names outside the summary: the first word of each. */
function named({ properties }: CalendarEntry, calendar: Calendar): string {
  const attendee = properties.get('ATTENDEE')?.parameters;
  const said = [
    textOf(properties.get('X-OFFICER')),
    attendee?.get('X-OFFICER') ?? '',
    attendee?.get('CN') ?? '',
    textOf(calendar.properties.get('X-OFFICER')),
    textOf(calendar.properties.get('X-WR-CALNAME')),
  ];
  return (
    said
      .find((text) => text.trim() !== '')
      ?.trim()
      .split(/\s+/)[0] ?? ''
  );
}

const textOf = (property: ContentLine | undefined): string => plainText(property?.value ?? '');
