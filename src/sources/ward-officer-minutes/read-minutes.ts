import { type Area, boroughByName } from '../../geography/index.ts';
import { isDate } from '../../lib/calendar/is-date.ts';
import { type Month, parseMonth } from '../../lib/calendar/month.ts';
import { asReadText } from '../as-read-text.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { readTable, type TableRow } from '../read-table.ts';
import { type Figure, seriesOfFigures } from '../series-of-figures.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText } from '../text-source.ts';
import { noticeUnknownTypes } from './notice-unknown-types.ts';
import { PUBLISHER, typeColumns } from './type-columns.ts';

/** Minutes in plain digits; the published table writes "540.0". */
const MINUTES = /^\d{1,12}(?:\.\d+)?$/;

type TypeColumns = ReturnType<typeof typeColumns>;

/**
 * Reads minutes on duty by borough, month and type of abstraction. A month without a row for a borough has no value
 * there: it is never taken for no minutes.
 * @param now the present month: later ones are left out
 */
export function readMinutes(text: string, now: Month): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const types = typeColumns(table.columns);
  const keyed: KeyedRow<Figure[]>[] = [];
  for (const row of table.rows) {
    const read = readRow(row, types, now);
    if (typeof read === 'string') table.leftOut.add(row, read);
    else keyed.push(read);
  }
  const figures = [...settleRepeats(keyed, table.leftOut).values()].flat();
  const series = seriesOfFigures(PUBLISHER, figures);
  return asReadText(table, { series, notices: noticesOf(figures, types) });
}

/** The minutes of a borough in a month, or why the row cannot be used. */
function readRow(row: TableRow, types: TypeColumns, now: Month): KeyedRow<Figure[]> | string {
  const date = row.value('Date');
  if (!isDate(date) || !date.endsWith('-01')) return 'no first day of a month, written as 2018-05-01';
  const month = parseMonth(date.slice(0, 7));
  if (month > now) return 'a month still to come';
  const borough = boroughByName(row.value('Borough'));
  if (borough === null) return 'no London borough';
  return { row, key: `${month} ${borough.code}`, stated: statedIn(row, types, borough, month) };
}

function statedIn(row: TableRow, types: TypeColumns, borough: Area, month: Month): KeyedRow<Figure[]>['stated'] {
  const figures: Figure[] = [];
  for (const { column, category } of types) {
    const text = row.value(column);
    if (!MINUTES.test(text)) return { unreadable: 'minutes that are no plain number, written as 540.0' };
    figures.push({ category, areaCode: borough.code, boundaryVersion: 'boroughs-2022', month, value: Number(text) });
  }
  return figures;
}

function noticesOf(figures: readonly Figure[], types: TypeColumns): ReasonCount[] {
  const notices = reasonCounter();
  const rows = new Set(figures.map(({ month, areaCode }) => `${month} ${areaCode}`)).size;
  const months = new Set(figures.map(({ month }) => month)).size;
  const boroughs = new Set(figures.map(({ areaCode }) => areaCode)).size;
  notices.add('a borough and month without a row, so without a value', months * boroughs - rows);
  noticeUnknownTypes(
    types.map(({ category }) => category),
    notices,
  );
  return notices.counts();
}
