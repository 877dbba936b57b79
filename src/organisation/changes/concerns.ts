import type { EstablishmentChange, Post } from '../post-book.ts';
import { partOf } from '../strength/part-of.ts';

/** The part of a post that a change is about, from 0 to 1: of a borough's change its own part, of others all or nothing. */
export function concerns({ boroughCode, strand, team, rank }: EstablishmentChange, post: Post): number {
  const meant =
    (strand === null || post.strand === strand) &&
    (team === null || post.team === team) &&
    (rank === null || post.rank === rank);
  if (!meant) return 0;
  return boroughCode === null ? 1 : partOf(post, boroughCode);
}
