import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import type { HeldRows, KindName } from './book-rows.ts';
import type { Places } from './places.ts';
import type { Differences } from './stand-together.ts';

type Cells = Readonly<Record<string, string>>;

/** One row before and after it was written, cell by cell; null where it was, or is, not there. */
export interface Revision {
  kind: KindName;
  reference: string;
  before: Cells | null;
  after: Cells | null;
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
  const { called } = BOOK_KINDS[kind];
  const cells = cellsOf(kind, places);
  for (const { row } of added) yield { kind, reference: called(row), before: null, after: cells(row) };
  for (const { before, row } of changed)
    yield { kind, reference: called(row), before: cells(before), after: cells(row) };
}

/** Every row of a book that is taken out. */
export function* revisionsOfTakenOut(rows: HeldRows, places: Places): Generator<Revision> {
  for (const kind of KIND_NAMES) yield* takenOutOfKind(kind, rows[kind], places);
}

function* takenOutOfKind<Kind extends KindName>(kind: Kind, rows: HeldRows[Kind], places: Places): Generator<Revision> {
  const cells = cellsOf(kind, places);
  for (const row of rows) yield { kind, reference: BOOK_KINDS[kind].called(row), before: cells(row), after: null };
}

function cellsOf<Kind extends KindName>(kind: Kind, places: Places) {
  const { columns, write } = BOOK_KINDS[kind];
  return (row: Parameters<typeof write>[0]): Cells =>
    Object.fromEntries(write(row, places).map((cell, at) => [columns[at]?.name ?? '', cell]));
}
