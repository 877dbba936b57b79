import { isOn } from '../../lib/calendar/day-runs.ts';
import type { Post, PostBook, Posting } from '../post-book.ts';
import { addUp } from './full-time-equivalents.ts';
import { groupBy } from './group-by.ts';

/** A post on a date, and who is in it. */
export interface Seat {
  post: Post;
  /** Postings to it on the date, by officer. */
  postings: Posting[];
  /** Full-time equivalents of the postings. */
  filled: number;
  /** What the post has room for still. */
  vacancy: number;
  /** What the postings come to beyond the post: two people who hand over to each other. */
  overfilled: number;
}

/**
 * Every post of the book on a date with its postings, in the order of the book.
 * filled + vacancy − overfilled = full-time equivalents of the post.
 */
export function seatsOn(book: PostBook, date: string): Seat[] {
  const postings = groupBy(
    book.postings.filter(({ during }) => isOn(during, date)),
    ({ post }) => post,
  );
  return book.posts
    .filter((post) => isOn(post.during, date))
    .map((post) => seat(post, postings.get(post.reference) ?? []));
}

function seat(post: Post, postings: Posting[]): Seat {
  const filled = addUp(postings.map(({ fraction }) => fraction));
  const room = addUp([post.fullTimeEquivalents, -filled]);
  const ordered = postings.toSorted((a, b) => (a.officer < b.officer ? -1 : 1));
  return { post, postings: ordered, filled, vacancy: Math.max(0, room), overfilled: Math.max(0, -room) };
}
