import type { PostBook } from '../post-book.ts';
import type { Span } from '../strength/floor-breaches.ts';
import { addUp } from '../strength/full-time-equivalents.ts';
import { groupBy } from '../strength/group-by.ts';

/** What one unit gave up to this one. */
export interface Loss {
  unit: string;
  /** Posts that moved, by rank. */
  posts: { rank: string; posts: number; fullTimeEquivalents: number }[];
  /** Full-time equivalents of all of them. */
  fullTimeEquivalents: number;
  /** People who transferred, each once. */
  officers: number;
}

export interface Losses {
  /** The unit that lost most posts first. */
  units: Loss[];
  /** Posts that began in these days and of which the book does not say where they came from: new, or moved. */
  notRecorded: { posts: number; fullTimeEquivalents: number };
}

/** Who lost what over a span: posts that began in it by the unit they moved from, and people who came by transfer. */
export function whoLostWhat(book: PostBook, { from, to }: Span): Losses {
  const within = ({ during }: { during: { from: string } }) => during.from >= from && during.from <= to;
  const begun = book.posts.filter(within);
  const moved = groupBy(begun, ({ movedFrom }) => movedFrom);
  const transfers = groupBy(book.postings.filter(within), ({ fromUnit }) => fromUnit);
  const unknown = moved.get(null) ?? [];
  const names = [...new Set([...moved.keys(), ...transfers.keys()])].filter((unit) => unit !== null);
  const units = names.map((unit) => {
    const posts = moved.get(unit) ?? [];
    return {
      unit,
      posts: [...groupBy(posts, ({ rank }) => rank)].map(([rank, those]) => ({ rank, ...total(those) })),
      fullTimeEquivalents: total(posts).fullTimeEquivalents,
      officers: new Set((transfers.get(unit) ?? []).map(({ officer }) => officer)).size,
    };
  });
  return { units: units.sort(mostFirst), notRecorded: total(unknown) };
}

const total = (posts: { fullTimeEquivalents: number }[]) => ({
  posts: posts.length,
  fullTimeEquivalents: addUp(posts.map(({ fullTimeEquivalents }) => fullTimeEquivalents)),
});

const mostFirst = (a: Loss, b: Loss) =>
  b.fullTimeEquivalents - a.fullTimeEquivalents || b.officers - a.officers || (a.unit < b.unit ? -1 : 1);
