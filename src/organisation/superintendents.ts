import { isOn } from '../lib/calendar/day-runs.ts';
import type { Post, PostBook } from './post-book.ts';
import { findRank } from './reference/ranks.ts';

const RANK = 'Superintendent';

/** Whether a post is a superintendent's, uniformed or detective. */
export function isSuperintendent({ rank }: Post): boolean {
  return findRank(rank)?.order === findRank(RANK)?.order;
}

/** Superintendents' posts on a date. */
export function superintendentsOn(book: PostBook, date: string): Post[] {
  return book.posts.filter((post) => isSuperintendent(post) && isOn(post.during, date));
}
