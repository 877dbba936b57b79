import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import type { KindName } from './book-rows.ts';
import type { Places } from './places.ts';
import type { Differences } from './stand-together.ts';

type Cells = Readonly<Record<string, string>>;

/** One row before and after it was written, cell by cell; before is null for one that was not there. */
export interface Revision {
  kind: KindName;
  reference: string;
  before: Cells | null;
  after: Cells;
}

/** Every row that differs, before and after. */
export function* revisionsOf(differences: Differences, places: Places): Generator<Revision> {
  for (const kind of KIND_NAMES) yield* revisionsOfKind(kind, differences[kind], places);
}

function* revisionsOfKind<Kind extends KindName>(
  kind: Kind,
  { added, changed }: Differences[Kind],
  places: Places,
): Generator<Revision> {
  const { columns, write, called } = BOOK_KINDS[kind];
  type Row = Parameters<typeof write>[0];
  const cells = (row: Row): Cells =>
    Object.fromEntries(write(row, places).map((cell, at) => [columns[at]?.name ?? '', cell]));
  for (const { row } of added) yield { kind, reference: called(row), before: null, after: cells(row) };
  for (const { before, row } of changed)
    yield { kind, reference: called(row), before: cells(before), after: cells(row) };
}
