import { csvLine, csvRecords } from '../../lib/tables/index.ts';
import type { RefusedRow } from '../left-out-rows.ts';

/** Columns of the CSV in which rows left out are kept: the file they stand in (in an archive, the one inside). */
const COLUMNS = ['file', 'line', 'reason', 'text'] as const;

/** A row left out, as kept. */
export interface LeftOutRow extends RefusedRow {
  file: string;
}

/** The CSV in which rows left out are kept, line by line; text as it is, for it is read back. */
export function* keptLines(file: string, rows: Iterable<RefusedRow>): Generator<string, void> {
  yield `${COLUMNS.join(',')}\n`;
  for (const { line, reason, text } of rows) yield `${quoted(file)},${line},${quoted(reason)},${quoted(text)}\n`;
}

/**
 * The rows of a kept CSV, as they come: never more than one record is held.
 * @param chunks the CSV's text, in pieces of any length
 * @param of only the rows left out for a reason (null for all); the name of the file where the CSV has no column for it
 */
export async function* keptRows(
  chunks: AsyncIterable<string>,
  of: { reason: string | null; file: string },
): AsyncGenerator<LeftOutRow, void> {
  let at: number[] | null = null;
  for await (const fields of recordsOf(chunks)) {
    if (at === null) {
      at = COLUMNS.map((column) => fields.indexOf(column));
      continue;
    }
    const [file = of.file, line = '', why = '', text = ''] = at.map((place) => fields[place]);
    if (of.reason === null || why === of.reason) yield { file, line: Number(line), reason: why, text };
  }
}

/**
 * Rows left out as a CSV for people: a cell that a spreadsheet would take for a formula has an apostrophe before it.
 * @example
 * // file,line,reason,text
 * // wards.csv,7,a number that cannot be read,"'=1+1,2"
 */
export async function* downloadLines(rows: AsyncIterable<LeftOutRow>): AsyncGenerator<string, void> {
  yield csvLine(COLUMNS);
  for await (const { file, line, reason, text } of rows) yield csvLine([file, line, reason, text]);
}

/** Records end at a line break outside quotation marks: where the marks so far are even in number. */
async function* recordsOf(chunks: AsyncIterable<string>): AsyncGenerator<string[], void> {
  let pending = '';
  let open = false;
  const taken = (line: string): string[] | null => {
    pending += line;
    if (marks(line) % 2 === 1) open = !open;
    if (open) return null;
    // Rows were kept as they stood in their file, however long.
    const [record] = csvRecords(pending, Number.POSITIVE_INFINITY);
    pending = '';
    return record?.fields ?? null;
  };
  // A line may be as long as a file: its pieces are joined once.
  let pieces: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    pieces.push(first);
    for (const other of others) {
      const fields = taken(`${pieces.join('')}\n`);
      if (fields !== null) yield fields;
      pieces = [other];
    }
  }
  const last = taken(pieces.join(''));
  if (last !== null) yield last;
}

function marks(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) count += 1;
  return count;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
