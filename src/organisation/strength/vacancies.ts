import { changeDays, isOn, runAround } from '../../lib/calendar/day-runs.ts';
import type { Post, PostBook, Posting } from '../post-book.ts';
import { byRank } from './by-rank.ts';
import { addUp } from './full-time-equivalents.ts';
import { groupBy } from './group-by.ts';
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
  /** First of the days on end, up to the date, on which it has been vacant, wholly or in part. */
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
  const postings = groupBy(book.postings, ({ post }) => post);
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
        since: vacantSince(post, postings.get(post.reference) ?? [], date),
        expectedFilled: post.expectedFilled,
        overdue: post.expectedFilled !== null && post.expectedFilled < date,
      }))
      .sort((a, b) => (`${a.since} ${a.post}` < `${b.since} ${b.post}` ? -1 : 1)),
  );
}

function vacantSince({ during, fullTimeEquivalents }: Post, postings: readonly Posting[], date: string): string {
  const vacant = (day: string) =>
    isOn(during, day) &&
    addUp(postings.filter((posting) => isOn(posting.during, day)).map(({ fraction }) => fraction)) <
      fullTimeEquivalents;
  const changes = changeDays([during, ...postings.map((posting) => posting.during)]);
  return runAround(changes, date, vacant)?.from ?? during.from;
}
