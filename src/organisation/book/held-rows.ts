import type { BoroughOfUnit, Held, HeldRows } from './book-rows.ts';
import type { HeldAssets, HeldBook } from './rows.ts';

/**
 * What is held of a unit, as the files of a book have it: of the real book, or of the made-up one. What hangs on several
 * rows, as a posting does, is real where all of them are.
 * @param synthetic which of the two
 */
export function heldRows(held: HeldBook & HeldAssets & { units: BoroughOfUnit[] }, synthetic: boolean): Held {
  const alike = <Row extends { synthetic: boolean }>(rows: readonly Row[]) =>
    rows.filter((row) => row.synthetic === synthetic).map(({ synthetic: _, ...row }) => row);
  const real = (rows: readonly { reference: string; synthetic: boolean }[]) =>
    new Set(rows.filter((row) => !row.synthetic).map(({ reference }) => reference));
  const [posts, officers, courses, assets] = [held.posts, held.officers, held.courses, held.assets].map(real);
  const hanging = (...parts: (boolean | undefined)[]) => parts.every((part) => part === true) !== synthetic;
  const rows: HeldRows = {
    units: held.units,
    posts: alike(held.posts),
    officers: alike(held.officers).flatMap(({ reference, name, ranks }) =>
      ranks.map(({ rank, during }) => ({ reference, name, rank, during })),
    ),
    postings: held.postings.filter(({ officer, post }) => hanging(officers?.has(officer), posts?.has(post))),
    absences: held.absences.filter(({ officer }) => hanging(officers?.has(officer))),
    clusters: alike(held.clusters),
    budget: alike(held.budgets),
    'establishment-changes': alike(held.changes),
    'earlier-allocation': alike(held.earlier),
    courses: alike(held.courses),
    training: held.training.filter(({ officer, course }) => hanging(officers?.has(officer), courses?.has(course))),
    assets: alike(held.assets),
    bookings: held.bookings.filter(({ asset }) => hanging(assets?.has(asset))),
  };
  return { rows };
}
