import { csvRecords } from '../../lib/tables/index.ts';
import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import type { At, BookRefusal, BookRows, BoroughOfUnit, KindName, Unread } from './book-rows.ts';
import { type About, readAbout } from './kinds/about.ts';
import type { Places } from './places.ts';
import { readCell } from './read-cell.ts';
import { type Recognised, recogniseHeader } from './recognise-header.ts';

/** A file as it was handed over. */
export interface BookFile {
  name: string;
  /** null: it is not UTF-8. */
  text: string | null;
}

export type RowsRead = { [Kind in KindName]: { row: BookRows[Kind]; at: At }[] };

/** What the files of a book say, and every line that cannot be read. */
export interface BookRead {
  rows: RowsRead;
  about: About | null;
  refusals: BookRefusal[];
  unread: Unread;
}

interface Reading extends BookRead {
  places: Places;
  unread: { references: Set<string>; officers: Set<string>; lines: boolean };
}

/** Reads the files of a book, each recognised by its header whatever its name. Nothing is thrown for what they hold. */
export function readBookFiles(files: readonly BookFile[], places: Places): BookRead {
  const rows = Object.fromEntries(KIND_NAMES.map((kind) => [kind, []])) as unknown as RowsRead;
  const reading: Reading = {
    rows,
    about: null,
    refusals: [],
    unread: { references: new Set(), officers: new Set(), lines: false },
    places,
  };
  if (files.length === 0)
    reading.refusals.push({
      file: '',
      line: null,
      sentence: 'There is no CSV file there: name a folder of them, or one.',
    });
  for (const file of files) readFile(file, reading);
  const { places: _, ...read } = reading;
  return read;
}

/** The unit that a book says it is of; null where it does not say. */
export function unitNamedIn(files: readonly BookFile[]): string | null {
  for (const { text } of files) {
    const [header, first] = [...takeTwo(csvRecords(text ?? ''))].map(({ fields }) => fields ?? []);
    const columns = columnsOf(header ?? []);
    const unit = readCell(first?.[columns.indexOf('unit')] ?? '');
    if (recogniseHeader(columns).kind === 'about' && 'value' in unit && unit.value !== '') return unit.value;
  }
  return null;
}

const NOWHERE: Places = { unit: '', boroughs: [], wards: [] };

/** The units that a book lays out, as far as its lines can be read; and whether it does nothing else. */
export function unitsLaidBy(files: readonly BookFile[]): { rows: BoroughOfUnit[]; nothingElse: boolean } {
  const those = files.filter(({ text }) => {
    const recognised = recogniseHeader(headerOf(text ?? ''));
    return recognised.kind === 'rows' && recognised.name === 'units';
  });
  const { rows } = readBookFiles(those, NOWHERE);
  return { rows: rows.units.map(({ row }) => row), nothingElse: those.length === files.length };
}

const headerOf = (text: string): string[] => columnsOf(csvRecords(text).next().value?.fields ?? []);

/** The names of columns; what a spreadsheet leaves empty after the last is none. */
function columnsOf(header: readonly string[]): string[] {
  const columns = header.map((each) => each.trim().toLowerCase());
  return columns.slice(0, columns.findLastIndex((each) => each !== '') + 1);
}

function* takeTwo<Item>(items: Iterable<Item>): Generator<Item> {
  let left = 2;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
}

function readFile({ name, text }: BookFile, reading: Reading): void {
  const refuse = (line: number | null, sentence: string) => {
    reading.refusals.push({ file: name, line, sentence });
    reading.unread.lines = true;
  };
  if (text === null) return void refuse(null, 'It is not UTF-8: save it as "CSV UTF-8" and import it again.');
  const records = csvRecords(text);
  const first = records.next();
  if (first.done) return void refuse(null, 'It is empty: give it a line with the names of its columns.');
  if (first.value.raw.includes('\r')) return void refuse(first.value.line, OLD_LINES);
  if (first.value.fields === null) return void refuse(first.value.line, BROKEN);
  const header = columnsOf(first.value.fields);
  const width = first.value.fields.length;
  const recognised = recogniseHeader(header);
  if (recognised.kind === 'refused') return void refuse(first.value.line, recognised.because);
  for (const { fields, line } of records) {
    if (fields === null) refuse(line, BROKEN);
    else if (fields.length !== width) refuse(line, wrongLength(fields.length, width));
    else if (fields.slice(header.length).some((cell) => cell.trim() !== '')) refuse(line, UNNAMED);
    else takeLine(recognised, readCells(header, fields), { file: name, line }, reading);
  }
}

function takeLine(
  recognised: Exclude<Recognised, { kind: 'refused' }>,
  { cells, illegible }: LineCells,
  at: At,
  reading: Reading,
): void {
  if (illegible.length > 0) {
    blameNoOther(cells, reading);
    for (const sentence of illegible) reading.refusals.push({ ...at, sentence });
  } else if ([...cells.values()].every((cell) => cell === '')) return;
  else if (recognised.kind === 'about') reading.about = takeAbout(cells, at, reading);
  else takeRow(recognised.name, cells, at, reading);
}

const BROKEN = 'Its quotation marks do not close, or stand in mid-field: put the whole field in quotation marks.';
const OLD_LINES = 'Its lines end in a carriage return alone: save it as "CSV UTF-8" and import it again.';
const UNNAMED = 'It has something in a column without a name: name the column in the header, or take it out.';
const wrongLength = (has: number, due: number) =>
  `It has ${has} fields where the header has ${due}: put text with a comma in quotation marks.`;

/** The cells of a line by column, and why some of them cannot be read: these are empty. */
interface LineCells {
  cells: ReadonlyMap<string, string>;
  illegible: string[];
}

function readCells(header: readonly string[], fields: readonly string[]): LineCells {
  const illegible: string[] = [];
  const cells = new Map<string, string>();
  for (const [at, column] of header.entries()) {
    const read = readCell(fields[at] ?? '');
    if ('because' in read) illegible.push(`${column}: ${read.because}`);
    cells.set(column, 'value' in read ? read.value : '');
  }
  return { cells, illegible };
}

/** What speaks of something in a line that cannot be read is not blamed as well. */
function blameNoOther(cells: ReadonlyMap<string, string>, { unread }: Reading): void {
  unread.references.add(cells.get('reference') ?? '');
  unread.officers.add(cells.get('officer') ?? '');
  // Nothing can be told of a line whose own name cannot be read.
  if (cells.get('reference') === '' || cells.get('officer') === '') unread.lines = true;
}

function takeRow<Kind extends KindName>(
  kind: Kind,
  cells: ReadonlyMap<string, string>,
  at: At,
  reading: Reading,
): void {
  const { rows, refusals, places } = reading;
  const read = BOOK_KINDS[kind].read(cells, places);
  if ('row' in read) return void rows[kind].push({ row: read.row, at });
  blameNoOther(cells, reading);
  for (const sentence of read.because) refusals.push({ ...at, sentence });
}

function takeAbout(cells: ReadonlyMap<string, string>, at: At, { about, refusals, places }: Reading): About | null {
  const read = readAbout(cells, places);
  if ('value' in read && about === null) return read.value;
  refusals.push({ ...at, sentence: 'because' in read ? read.because : 'The book is described twice: take one out.' });
  return about;
}
