import { csvLine } from '../../../lib/tables/index.ts';
import { ORDERED_BY, type Order, type OrderedBy } from '../../model.ts';
import type { CodeMeaning, HeldRow, Read, RosterRow } from '../model.ts';
import { COLUMNS, NO_CELLS, type RosterCells } from './columns.ts';
import { type FindInstants, type RowTime, readDay, readSpan } from './read-span.ts';
import { type CodeWords, meaningOf } from './roster-codes.ts';

/**
 * Reads the cells of one row, of whatever format.
 * @param time when it is, where the format says so in a way of its own; else from the cells
 */
export function readRow(
  line: number,
  given: RosterCells,
  { own, find, time }: { own: CodeWords; find: FindInstants; time?: Read<RowTime> },
): { row: RosterRow } | { held: HeldRow } {
  const meaning = meaningOf(given.code, own);
  const known = 'value' in meaning;
  const cells = !known ? ofNobodyKnows(given) : meaning.value.kind === 'leave' ? ofLeave(given) : given;
  const written = writtenOf(cells);
  const when = time ?? readSpan(cells, find);
  const held = (said: string): { held: HeldRow } => ({
    held: {
      line,
      written,
      said,
      officer: cells.officer === '' ? null : cells.officer,
      day: 'value' in when ? when.value.day : null,
    },
  });
  if (cells.officer === '') return held('It names no officer: write their warrant or staff number.');
  if ('because' in meaning) return held(meaning.because);
  if ('because' in when) return held(when.because);
  const wholeDay = wrongForWholeDay(meaning.value, when.value);
  if (wholeDay !== null) return held(wholeDay);
  const minutes = readMinutes(cells.contracted_minutes);
  if ('because' in minutes) return held(minutes.because);
  const charge = readCharge(cells, meaning.value);
  if ('because' in charge) return held(charge.because);
  const order = charge.value === null ? readOrder(cells) : { value: null };
  if ('because' in order) return held(order.because);
  return {
    row: {
      line,
      written,
      officer: cells.officer,
      day: when.value.day,
      time: when.value.time,
      meaning: meaning.value,
      ward: cells.ward,
      contractedMinutes: minutes.value,
      order: order.value,
      charge: charge.value,
      event: cells.event === '' ? null : cells.event.toLowerCase(),
    },
  };
}

/** Of leave only who, when and how long: the rest may say which kind it was, and is not even looked at. */
const ofLeave = ({ officer, day, start, end, contracted_minutes }: RosterCells): RosterCells => ({
  ...NO_CELLS,
  officer,
  day: whenOnly(day),
  start: whenOnly(start),
  end: whenOnly(end),
  code: 'leave',
  contracted_minutes: whenOnly(contracted_minutes),
});

/** Of a code that is not in the list only whose and when: it may be leave by another word, and the rest may say which. */
const ofNobodyKnows = ({ officer, day, start, end }: RosterCells): RosterCells => ({
  ...NO_CELLS,
  officer,
  day: whenOnly(day),
  start: whenOnly(start),
  end: whenOnly(end),
});

const whenOnly = (text: string): string => (/^[\d:./TZtz+ -]*$/.test(text) ? text : '');

function writtenOf(cells: RosterCells): string {
  const kept = COLUMNS.map(({ name }) => cells[name]);
  return csvLine(kept.slice(0, kept.findLastIndex((each) => each !== '') + 1)).trimEnd();
}

function wrongForWholeDay(meaning: CodeMeaning, { time }: RowTime): string | null {
  if (time !== null || meaning.kind === 'rest-day' || meaning.kind === 'leave' || meaning.kind === 'cancelled')
    return null;
  return 'It does not say when the duty begins and ends: write its start and end, or RD or LEAVE for a whole day.';
}

function readMinutes(text: string): Read<number | null> {
  if (text === '') return { value: null };
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (minutes >= 1 && minutes <= 1440) return { value: minutes };
  return {
    because: `Its contracted_minutes "${text.slice(0, 20)}" cannot be read: write a whole number from 1 to 1440.`,
  };
}

/** The rest day that is given back, which its row has as its reference. */
function readCharge({ reference }: RosterCells, meaning: CodeMeaning): Read<string | null> {
  if (meaning.kind !== 'away' || meaning.reason !== 'rest-day-given-back') return { value: null };
  const day = readDay(reference);
  if ('value' in day && day.value !== '') return day;
  return {
    because:
      'It does not say which rest day is given back: write as its reference the day it was worked, as 2026-08-30.',
  };
}

const isOrderedBy = (text: string): text is OrderedBy => (ORDERED_BY as readonly string[]).includes(text);

function readOrder({ ordered_by, reference }: RosterCells): Read<Order | null> {
  const by = ordered_by.toLowerCase().replaceAll(/[\s_-]+/g, '-');
  if (by === '')
    return reference === ''
      ? { value: null }
      : {
          because:
            'It has the reference of an order and not who gave it: fill in ordered_by, or take the reference out.',
        };
  if (!isOrderedBy(by))
    return {
      because: `Its ordered_by "${ordered_by.slice(0, 40)}" is not known: write one of ${ORDERED_BY.join(', ')}.`,
    };
  return { value: { by, person: null, at: null, reference } };
}
