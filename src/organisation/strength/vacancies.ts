import type { PostBook } from '../post-book.ts';
import { byRank } from './by-rank.ts';
import { seatsOn } from './seats-on.ts';
import { strengthIsKnown } from './ward-strength.ts';

/** A post, or part of one, that nobody is in. */
export interface Vacancy {
  post: string;
  title: string;
  rank: string;
  /** Codes. */
  boroughs: string[];
  wards: string[];
  wardClass: 'floor' | 'extra' | null;
  /** Full-time equivalents that wait for somebody. */
  vacant: number;
  /** First day on which it was vacant, wholly or in part. */
  since: string;
  /** Day it is expected to be filled; null: none is recorded. */
  expectedFilled: string | null;
  /** That day is over, and it is not filled. */
  overdue: boolean;
}

/**
 * Every vacancy of the book on a date, the highest rank first, then the longest. Nothing is vacant in a book without
 * postings: nobody knows.
 */
export function vacanciesOn(book: PostBook, date: string): Vacancy[] {
  if (!strengthIsKnown(book, date)) return [];
  const vacant = seatsOn(book, date).filter(({ vacancy }) => vacancy > 0);
  return byRank(vacant).flatMap(({ seats }) =>
    seats
      .map(({ post, vacancy }) => ({
        post: post.reference,
        title: post.title,
        rank: post.rank,
        boroughs: post.shares.map(({ boroughCode }) => boroughCode),
        wards: post.wards,
        wardClass: post.wardClass,
        vacant: vacancy,
        since: lastLeft(book, post.reference, date) ?? post.during.from,
        expectedFilled: post.expectedFilled,
        overdue: post.expectedFilled !== null && post.expectedFilled < date,
      }))
      .sort((a, b) => (`${a.since} ${a.post}` < `${b.since} ${b.post}` ? -1 : 1)),
  );
}

/** The day after somebody last left a post, by a date. */
function lastLeft(book: PostBook, post: string, date: string): string | null {
  const ends = book.postings
    .filter((posting) => posting.post === post)
    .flatMap(({ during }) => (during.until !== null && during.until <= date ? [during.until] : []));
  return ends.sort().at(-1) ?? null;
}
