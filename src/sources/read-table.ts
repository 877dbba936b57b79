import { type CsvRecord, csvRecords } from '../lib/tables/index.ts';
import { type LeftOutRows, leftOutRows } from './left-out-rows.ts';
import { isTooLong, TOO_LONG } from './longest-name.ts';
import type { RefusedText } from './text-source.ts';

/** A row of a table whose number of fields is the header's, none of them longer than a name can be. */
export interface TableRow {
  line: number;
  raw: string;
  /** Trimmed. */
  fields: readonly string[];
  /** Trimmed text of a column; empty when the table has no such column. */
  value(column: string): string;
}

export interface Table {
  kind: 'table';
  /** Trimmed. */
  columns: readonly string[];
  rows: TableRow[];
  /** Rows in the file: those above and those that are left out already. */
  rowsRead: number;
  /** Add to it the rows that cannot be used. */
  leftOut: LeftOutRows;
}

/**
 * Reads a CSV text with one header line as a table. Rows with another number of fields than the header, or with
 * a field of more than 200 letters, are left out; a text without rows, or whose last row is cut short, is refused.
 */
export function readTable(text: string): Table | RefusedText {
  const records = csvRecords(text);
  const first = records.next();
  const columns = first.done ? [] : (first.value.fields ?? []).map((column) => column.trim());
  const position = new Map(columns.map((column, at) => [column, at]));
  const leftOut = leftOutRows();
  const rows: TableRow[] = [];
  let rowsRead = 0;
  let last: CsvRecord | null = null;
  for (const record of records) {
    rowsRead += 1;
    last = record;
    if (record.fields?.length !== columns.length) {
      leftOut.add(record, record.fields === null ? NOT_CLOSED : WRONG_NUMBER);
      continue;
    }
    const fields = record.fields.map((field) => field.trim());
    if (fields.some(isTooLong)) {
      leftOut.add(record, TOO_LONG);
      continue;
    }
    const value = (column: string): string => fields[position.get(column) ?? -1] ?? '';
    rows.push({ line: record.line, raw: record.raw, fields, value });
  }
  const notWhole = whyNotWhole(last, columns.length, text);
  if (notWhole !== null) return notWhole;
  return { kind: 'table', columns, rows, rowsRead, leftOut };
}

export const WRONG_NUMBER = 'a number of columns that is not the header’s';
const NOT_CLOSED = 'quotation marks that do not close';

/**
 * Why a table cannot be whole: it has no rows, or its last row lacks fields, as where a download was cut off; else null.
 * @param last its last row; null when it has none
 * @param columns how many columns its header has
 */
export function whyNotWhole(last: Pick<CsvRecord, 'fields'> | null, columns: number, text: string): RefusedText | null {
  if (last === null) return { kind: 'refused', because: 'has column names but no rows: download it again' };
  const { fields } = last;
  const isCutShort =
    fields === null ? !text.endsWith('\n') : fields.length < columns && fields.some((field) => field.trim() !== '');
  return isCutShort
    ? { kind: 'refused', because: 'ends in a row that is cut short, so more may be lacking: download it again' }
    : null;
}
