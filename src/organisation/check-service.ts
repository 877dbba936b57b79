import { wardAdjacency } from '../geography/service.ts';
import { guarded } from '../platform/access/index.ts';
import type { Platform } from '../platform/platform.ts';
import { postBook } from './book/book-service.ts';
import { type BookCheck, checkBook } from './check-book.ts';
import type { PostBook } from './post-book.ts';
import type { Judged } from './rule.ts';

/** A unit's book judged on a date. */
export interface CheckedBook {
  book: PostBook;
  check: BookCheck;
}

/**
 * Judges a unit's book by every rule on a date, as far as the reader may see it: who sees part of a unit is told what is
 * wrong in that part, and which rules are about the whole. Whether wards share a border comes from the imported boundaries,
 * or from the shipped list.
 * @param asked.unit name of the unit, whatever its capitals; null for the only one
 * @throws NotFound when there is no such unit; InvalidRequest when there are several and none is named
 */
export const checkUnit = guarded(
  { name: 'organisation.check', module: 'postings', act: 'read' },
  async (
    platform: Platform,
    { unit, ...asked }: Pick<Judged, 'asAt' | 'floorOn'> & { unit: string | null },
  ): Promise<CheckedBook> => {
    const book = await postBook(platform, unit);
    return { book, check: checkBook({ book, ...asked, shareABorder: await borders(platform, book) }) };
  },
);

/** Which wards share a border, in every ward set that sergeants have two wards of. */
async function borders(
  { records }: Platform,
  { posts, wards }: PostBook,
): Promise<NonNullable<Judged['shareABorder']>> {
  const asked = posts.flatMap((post) => (post.wards.length > 1 ? (post.boundaryVersion ?? []) : []));
  const pairs = new Set<string>();
  const known = new Set<string>();
  for (const version of new Set(asked)) {
    const codes = wards.filter(({ boundaryVersion }) => boundaryVersion === version).map(({ code }) => code);
    const adjacency = await wardAdjacency(records, version, codes);
    if (adjacency === null) continue;
    for (const code of codes) known.add(code);
    for (const [first, second] of adjacency.pairs) pairs.add(`${first} ${second}`).add(`${second} ${first}`);
  }
  return (ward, other) => (known.has(ward) && known.has(other) ? pairs.has(`${ward} ${other}`) : null);
}
