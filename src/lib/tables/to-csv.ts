import { formulaSafe } from './formula-safe.ts';
import type { Cell, OpenTable } from './model.ts';

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * A table as CSV, line by line: a header of column names, comma, CRLF, quotation marks only where needed. No value is
 * an empty field. Text that a spreadsheet would take for a formula has an apostrophe before it; numbers never do.
 * @source RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
 */
export function* csvLines({ columns, rows }: Pick<OpenTable, 'columns' | 'rows'>): Generator<string, void> {
  yield csvLine(columns.map(({ name }) => name));
  for (const row of rows) yield csvLine(row);
}

/** The whole table at once; for large ones write {@link csvLines} as they come. */
export function toCsv(table: Pick<OpenTable, 'columns' | 'rows'>): string {
  return [...csvLines(table)].join('');
}

/**
 * One line of CSV with the line break that ends it.
 * @example
 * csvLine(['Camden', 12, null, '=1+1']); // "Camden,12,,'=1+1\r\n"
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvField).join(',')}\r\n`;
}

function csvField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formulaSafe(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
