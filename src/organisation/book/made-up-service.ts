import { csvLine } from '../../lib/tables/index.ts';
import { ownWork } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import type { BookRows, KindName } from './book-rows.ts';
import { type BookImported, importBook } from './import-service.ts';
import { about } from './kinds/about.ts';
import type { Places } from './places.ts';
import type { BookFile } from './read-book-files.ts';
import { placesOf } from './unit-service.ts';

/** The rows of a book by kind. */
export type RowsOfBook = { [Kind in KindName]: readonly BookRows[Kind][] };

/** Lays a made-up book: it is written as files and imported like any other, so that it obeys every rule of a book. */
export const layMadeUpBook = ownWork(
  'organisation.lay-made-up-book',
  async (platform: Platform, given: { unit: string; name: string; rows: RowsOfBook }): Promise<BookImported> => {
    const { unit, name, rows } = given;
    const places = await placesOf(platform.records, unit);
    const says = { name, unit, source: '', synthetic: true };
    const files = [
      fileOf('book', about.columns, [about.write(says, places)]),
      ...KIND_NAMES.map((kind) => fileOfKind(kind, rows, places)),
    ];
    return importBook(platform, { unit, name, files, dryRun: false });
  },
);

function fileOfKind<Kind extends KindName>(kind: Kind, rows: RowsOfBook, places: Places): BookFile {
  const { columns, write } = BOOK_KINDS[kind];
  const ofKind: readonly BookRows[Kind][] = rows[kind];
  return fileOf(
    kind,
    columns,
    ofKind.map((row) => write(row, places)),
  );
}

const fileOf = (name: string, columns: readonly { name: string }[], rows: string[][]): BookFile => ({
  name: `${name}.csv`,
  text: [columns.map((column) => column.name), ...rows].map(csvLine).join(''),
});
