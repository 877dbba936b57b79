import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import type { At, BookRefusal, BookRows, Held, HeldRows, KindName, StandingBook } from './book-rows.ts';
import type { Places } from './places.ts';
import type { RowsRead } from './read-book-files.ts';

/** What the files would change of one kind. */
export interface Difference<Row> {
  added: { row: Row; at: At }[];
  changed: { before: Row; row: Row; at: At }[];
  unchanged: number;
}

export type Differences = { [Kind in KindName]: Difference<BookRows[Kind]> };

/** Files laid over what is held. */
export interface StoodTogether {
  standing: StandingBook;
  differences: Differences;
  /** Rows that stand in the files twice. */
  refusals: BookRefusal[];
}

/**
 * Lays the files over what is held, by key: a row of a file takes the place of the held one, and what no file speaks of
 * stays as it is. Rows are the same when every cell is written the same.
 */
export function standTogether(rows: RowsRead, { rows: held }: Held, places: Places): StoodTogether {
  const refusals: BookRefusal[] = [];
  const standing: Partial<StandingBook> = {};
  const differences: Partial<Differences> = {};
  const layOne = <Kind extends KindName>(kind: Kind) => {
    const laid = layOver(kind, rows[kind], held[kind], places);
    refusals.push(...laid.refusals);
    (standing as { [Each in Kind]: StandingBook[Kind] })[kind] = laid.standing;
    (differences as { [Each in Kind]: Differences[Kind] })[kind] = laid.difference;
  };
  for (const kind of KIND_NAMES) layOne(kind);
  return { standing: standing as StandingBook, differences: differences as Differences, refusals };
}

function layOver<Kind extends KindName>(
  kind: Kind,
  given: RowsRead[Kind],
  held: HeldRows[Kind],
  places: Places,
): { standing: StandingBook[Kind]; difference: Differences[Kind]; refusals: BookRefusal[] } {
  const { key, write, called } = BOOK_KINDS[kind];
  const before = new Map(held.map((row) => [key(row), row]));
  const seen = new Map<string, At>();
  const difference: Differences[Kind] = { added: [], changed: [], unchanged: 0 };
  const refusals: BookRefusal[] = [];
  const standing: StandingBook[Kind] = [];
  for (const { row, at } of given) {
    const first = seen.get(key(row));
    if (first !== undefined) {
      const where = `line ${first.line}${first.file === at.file ? '' : ` of ${first.file}`}`;
      refusals.push({ ...at, sentence: `The ${called(row)} stands in ${where} already: take one of them out.` });
      continue;
    }
    seen.set(key(row), at);
    standing.push({ row, at });
    const old = before.get(key(row));
    if (old === undefined) difference.added.push({ row, at });
    else if (JSON.stringify(write(old, places)) === JSON.stringify(write(row, places))) difference.unchanged += 1;
    else difference.changed.push({ before: old, row, at });
  }
  for (const row of held) if (!seen.has(key(row))) standing.push({ row, at: null });
  return { standing, difference, refusals };
}
