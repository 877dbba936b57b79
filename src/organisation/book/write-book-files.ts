import { csvLine } from '../../lib/tables/index.ts';
import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import type { HeldRows, KindName } from './book-rows.ts';
import { type About, about } from './kinds/about.ts';
import type { Places } from './places.ts';
import { withApostrophe } from './safe-cells.ts';

/** The files of a book, one for each kind that has rows: read back, they give the same rows. */
export function writeBookFiles(described: About, rows: HeldRows, places: Places): { name: string; text: string }[] {
  const kinds = KIND_NAMES.filter((kind) => rows[kind].length > 0);
  return [
    { name: 'book.csv', text: csvOf(about.columns, [about.write(described, places)]) },
    ...kinds.map((kind) => ({ name: `${kind}.csv`, text: fileOf(kind, rows[kind], places) })),
  ];
}

function fileOf<Kind extends KindName>(kind: Kind, rows: HeldRows[Kind], places: Places): string {
  const { columns, write } = BOOK_KINDS[kind];
  return csvOf(
    columns,
    rows.map((row) => write(row, places)),
  );
}

const csvOf = (columns: readonly { name: string }[], rows: readonly (readonly string[])[]): string =>
  [columns.map(({ name }) => name), ...rows].map((cells) => csvLine(cells.map(withApostrophe))).join('');
