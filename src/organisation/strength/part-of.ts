import type { Post } from '../post-book.ts';
import { addUp } from './full-time-equivalents.ts';

/** The part of a post that a borough has, from 0 to 1. */
export function partOf(post: Post, boroughCode: string): number {
  return addUp(post.shares.filter((share) => share.boroughCode === boroughCode).map(({ fraction }) => fraction));
}
