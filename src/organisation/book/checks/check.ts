import type { At, BookRefusal, Standing, StandingBook, Unread } from '../book-rows.ts';
import type { Places } from '../places.ts';

/** One thing that no book may have, about several rows at once. One file each beside this one. */
export interface BookCheck {
  /** The name of its file. */
  name: string;
  /** Every breach that a row of the files has a part in: what was held before was checked when it was written. */
  find(book: StandingBook, unread: Unread, places: Places): BookRefusal[];
}

/** The row of the files among those that are wrong together: the last, since one read before it was right so far. */
export function toBlame(rows: readonly Standing<unknown>[]): At | null {
  return rows.findLast(({ at }) => at !== null)?.at ?? null;
}

/** Rows by a text of each. */
export function grouped<Row>(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group === undefined) groups.set(by(row), [row]);
    else group.push(row);
  }
  return groups;
}
