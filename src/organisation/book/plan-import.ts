import { addMonths } from './add-months.ts';
import type { BookRefusal, Held } from './book-rows.ts';
import { BOOK_CHECKS } from './checks/book-checks.ts';
import type { Places } from './places.ts';
import type { BookRead, RowsRead } from './read-book-files.ts';
import { type Differences, standTogether } from './stand-together.ts';

/** What the files would do to what is held, or every reason why they may not. */
export type ImportPlan = { kind: 'ready'; differences: Differences } | { kind: 'refused'; refusals: BookRefusal[] };

/** Checks what the files of a book say against what is held. Changes nothing, and throws for nothing the files hold. */
export function planImport({ rows, refusals, unread }: BookRead, held: Held, places: Places): ImportPlan {
  const given = withExpiry(rows, held);
  const { standing, differences, refusals: twice } = standTogether(given, held, places);
  const found = BOOK_CHECKS.flatMap((check) => check.find(standing, unread));
  const all = [...refusals, ...twice, ...found];
  if (all.length > 0) return { kind: 'refused', refusals: all.toSorted(byPlace) };
  return { kind: 'ready', differences };
}

/** Training whose end is left empty is valid for as long as its course says. */
function withExpiry(rows: RowsRead, held: Held): RowsRead {
  const months = new Map(
    [...held.rows.courses, ...rows.courses.map(({ row }) => row)].map(({ reference, validMonths }) => [
      reference,
      validMonths,
    ]),
  );
  return {
    ...rows,
    training: rows.training.map(({ row, at }) => {
      const valid = months.get(row.course) ?? null;
      if (row.expiresOn !== null || valid === null) return { row, at };
      return { row: { ...row, expiresOn: addMonths(row.completedOn, valid) }, at };
    }),
  };
}

const byPlace = (a: BookRefusal, b: BookRefusal): number =>
  a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1;
