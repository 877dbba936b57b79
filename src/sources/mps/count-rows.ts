import { isMonth, type Month } from '../../lib/calendar/month.ts';
import type { Table, TableRow } from '../read-table.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { Place } from './place.ts';
import { readCount } from './read-count.ts';

/** What a row of a table with one count a row says it counts; a reason in place of what cannot be read. */
export interface NamedCount {
  place: Place | string;
  category: string | null;
  month: Month | string;
  /** What tells the row from others that add to the same figure, such as the month an offence was committed in. */
  part: string;
}

/** One count, which may be a part of a figure. */
export interface CountRow {
  place: Place;
  category: string;
  month: Month;
  count: number;
}

/** What is known of a row that was left out; null where it cannot be told. */
export interface CountDoubt {
  place: Place | null;
  category: string | null;
  month: Month | null;
}

const COUNT_REASON = {
  'a month has no value': 'no count',
  'a month has a negative value': 'a negative count',
  'a month is not a whole number': 'a count that is not a whole number',
} as const;

const WORD = /[^\s,"]/;

/**
 * Reads the counts of a table that has one count a row. A row that cannot be read is left out and remembered as a doubt,
 * and so are rows of the same thing that differ; a row given a second time is left out.
 * @param column name of the column with the count: plain digits
 * @param name reads what a row counts
 */
export function countRows(
  table: Table,
  column: string,
  name: (row: TableRow) => NamedCount,
): { counts: CountRow[]; doubts: CountDoubt[] } {
  const doubts: CountDoubt[] = [];
  const keyed: KeyedRow<CountRow>[] = [];
  if (table.leftOut.rows().some(({ text }) => WORD.test(text))) {
    doubts.push({ place: null, category: null, month: null });
  }
  for (const row of table.rows) {
    const named = name(row);
    const read = readCountRow(named, row.value(column));
    if (typeof read === 'string') {
      table.leftOut.add(row, read);
      if (row.fields.some((field) => field !== '')) doubts.push(asDoubt(named));
      continue;
    }
    const key = `${read.place.areaCode}\n${read.category}\n${read.month}\n${named.part}`;
    keyed.push({ row, key, stated: read });
  }
  const settled = settleRepeats(keyed, table.leftOut);
  for (const { key, stated } of keyed) if (!settled.has(key) && 'count' in stated) doubts.push(stated);
  return { counts: [...settled.values()], doubts };
}

/** The count of a row, or why it cannot be used. */
function readCountRow({ place, category, month }: NamedCount, text: string): CountRow | string {
  if (typeof place === 'string') return place;
  if (category === null) return 'no category';
  if (!isMonth(month)) return month;
  const count = readCount(text);
  return typeof count === 'string' ? COUNT_REASON[count] : { place, category, month, count };
}

function asDoubt({ place, category, month }: NamedCount): CountDoubt {
  return { place: typeof place === 'string' ? null : place, category, month: isMonth(month) ? month : null };
}

const EARLIEST: Month = '2000-01';

/**
 * Reads a month of a table's row, written as a month or as its first day; a reason when it is none up to the present.
 * @example countedMonth('2024-02-01', '2026-03') // '2024-02'
 */
export function countedMonth(text: string, now: Month): Month | string {
  const month = text.endsWith('-01') && text.length === 10 ? text.slice(0, 7) : text;
  if (!isMonth(month) || month < EARLIEST) return 'no month such as 2024-02';
  return month > now ? 'a month still to come' : month;
}
