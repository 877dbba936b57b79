import type { PostBook } from '../post-book.ts';
import { type Seat, seatsOn } from './seats-on.ts';

/** A post that several boroughs share: each lists it in full, and the unit has it once. */
export interface SharedPost extends Pick<Seat, 'filled' | 'vacancy'> {
  post: string;
  title: string;
  rank: string;
  fullTimeEquivalents: number;
  /** By code; the name as the book has it. */
  shares: { boroughCode: string; borough: string; fraction: number }[];
}

/** Posts on a date that several boroughs share, in the order of the book. */
export function sharedPostsOn(book: PostBook, date: string): SharedPost[] {
  const names = new Map(book.boroughs.map(({ code, name }) => [code, name]));
  return seatsOn(book, date)
    .filter(({ post }) => post.shares.length > 1)
    .map(({ post: { reference: post, title, rank, fullTimeEquivalents, shares }, filled, vacancy }) => ({
      post,
      title,
      rank,
      fullTimeEquivalents,
      filled,
      vacancy,
      shares: shares
        .map((share) => ({ ...share, borough: names.get(share.boroughCode) ?? share.boroughCode }))
        .sort((a, b) => (a.boroughCode < b.boroughCode ? -1 : 1)),
    }));
}
