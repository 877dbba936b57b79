import { type CsvRecord, csvRecords, type Separator } from '../../../lib/tables/index.ts';
import type { HeldRow, RosterRead, RosterRow } from '../model.ts';
import { COLUMNS, type ColumnName, NO_CELLS, type RosterCells } from './columns.ts';
import { numbersOfRow } from './numbers-of-row.ts';
import { readCell } from './read-cell.ts';
import { readRow } from './read-row.ts';
import { rememberInstants } from './read-span.ts';
import { meaningOf, plainCode } from './roster-codes.ts';

/** A quoted field of a roster is never longer. */
const LONGEST_QUOTED = 10_000;
const BROKEN = 'Its quotation marks do not close, or stand in mid-field: put the whole field in quotation marks.';

/**
 * Reads a roster of comma- or semicolon-separated rows; each that cannot be read is held back alone. Above the header there
 * may be rows of the unit's own words for codes: #code, its word, the known code.
 */
export function readRosterCsv(text: string): RosterRead {
  const records = csvRecords(text, LONGEST_QUOTED, separatorOf(text));
  const above = readAbove(records);
  if ('because' in above) return { kind: 'refused', because: above.because };
  const { header, own } = above;
  const find = rememberInstants();
  const rows: RosterRow[] = [];
  const held: HeldRow[] = [];
  for (const record of records) {
    if (record.fields?.every((each) => each.trim() === '') === true) continue;
    const cells = readCells(record, header);
    if ('held' in cells) held.push(cells.held);
    else {
      const read = readRow(record.line, cells.value, { own, find });
      if ('row' in read) rows.push(read.row);
      else held.push(read.held);
    }
  }
  if (rows.length + held.length === 0)
    return {
      kind: 'refused',
      because: 'It has the names of columns and no rows: add the duties, or choose another file.',
    };
  return { kind: 'read', format: 'csv', rows, held };
}

/** Spreadsheets of countries whose numbers have commas write semicolons, and some programs tabs turn into them. */
function separatorOf(text: string): Separator {
  const header = text.split(/\r?\n/, 50).find((line) => /officer/i.test(line)) ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

interface Header {
  columns: (ColumnName | null)[];
}

function readAbove(
  records: Generator<CsvRecord, void>,
): { header: Header; own: Map<string, string> } | { because: string } {
  const own = new Map<string, string>();
  for (;;) {
    const next = records.next();
    if (next.done) return { because: `It has no header: name its columns ${sayNeeded()} in the first row.` };
    const fields = (next.value.fields ?? []).map((each) => each.trim());
    if (fields.every((each) => each === '')) continue;
    if (fields[0]?.toLowerCase() !== '#code') return readHeader(fields, own);
    const [, word = '', code = ''] = fields;
    if (plainCode(word) === '' || 'because' in meaningOf(code, new Map()))
      return {
        because: `Line ${next.value.line} maps a code to one that is not known: write it as #code, your own word, and a code such as WARD.`,
      };
    own.set(plainCode(word), plainCode(code));
  }
}

const sayNeeded = () =>
  COLUMNS.filter(({ needed }) => needed)
    .map(({ name }) => name)
    .join(', ');

function readHeader(fields: string[], own: Map<string, string>): ReturnType<typeof readAbove> {
  const names = fields.map((each) => each.toLowerCase().replaceAll(/[\s-]+/g, '_'));
  const columns = names.map((name) => COLUMNS.find((column) => column.name === name)?.name ?? null);
  const twice = columns.find((name, at) => name !== null && columns.indexOf(name) !== at);
  if (twice !== undefined && twice !== null)
    return { because: `It has the column ${twice} twice: take one of them out.` };
  const missing = COLUMNS.filter(({ name, needed }) => needed && !columns.includes(name)).map(({ name }) => name);
  if (missing.length > 0)
    return { because: `It lacks the columns ${missing.join(', ')}: a roster has ${sayNeeded()} in its first row.` };
  return { header: { columns }, own };
}

function readCells({ fields, line, raw }: CsvRecord, { columns }: Header): { value: RosterCells } | { held: HeldRow } {
  const hold = (said: string): { held: HeldRow } => ({
    held: { line, written: numbersOfRow(raw), said, officer: null, day: null },
  });
  if (fields === null) return hold(BROKEN);
  const beyond = fields.slice(columns.length).some((each) => each.trim() !== '');
  if (fields.length < columns.length || beyond)
    return hold(
      `It has ${fields.length} fields where the header has ${columns.length}: put text with a comma in quotation marks.`,
    );
  const cells: Record<ColumnName, string> = { ...NO_CELLS };
  for (const [at, column] of columns.entries()) {
    // What other columns hold is never read: a roster may say more than is anybody's business here.
    if (column === null) continue;
    const read = readCell(column, fields[at] ?? '');
    if ('because' in read) return hold(read.because);
    cells[column] = read.value;
  }
  return { value: cells };
}
