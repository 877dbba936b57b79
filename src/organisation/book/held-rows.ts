import type { BoroughOfUnit, Held, HeldRows } from './book-rows.ts';
import type { HeldAssets, HeldBook } from './rows.ts';

/**
 * What is held of a unit, as the files of a book have it. A made-up row of a reference gives way to the real one of that
 * reference; of what has no reference of its own there may be both, and the made-up one is left alone.
 * @param synthetic whether the book that is compared with it is made up
 */
export function heldRows(held: HeldBook & HeldAssets & { units: BoroughOfUnit[] }, synthetic: boolean): Held {
  const madeUp = new Set<unknown>();
  const bare = <Row extends { synthetic: boolean }>(rows: readonly Row[]) =>
    rows.map(({ synthetic: made, ...row }) => {
      if (made && !synthetic) madeUp.add(row);
      return row;
    });
  const alike = <Row extends { synthetic: boolean }>(rows: readonly Row[]) =>
    rows.filter((row) => row.synthetic === synthetic).map(({ synthetic: _, ...row }) => row);
  const rows: HeldRows = {
    units: held.units,
    posts: bare(held.posts),
    officers: bare(
      held.officers.flatMap(({ reference, name, ranks, synthetic: made }) =>
        ranks.map(({ rank, during }) => ({ reference, name, rank, during, synthetic: made })),
      ),
    ),
    postings: held.postings,
    absences: held.absences,
    clusters: alike(held.clusters),
    budget: alike(held.budgets),
    'establishment-changes': bare(held.changes),
    'earlier-allocation': bare(held.earlier),
    courses: bare(held.courses),
    training: held.training,
    assets: bare(held.assets),
    bookings: held.bookings,
  };
  return { rows, madeUp };
}
