import { andList } from '../../ui/and-list.ts';
import type { Post } from '../post-book.ts';
import type { BookRefusal, Held } from './book-rows.ts';
import type { Differences } from './stand-together.ts';

/**
 * Posts that somebody is or was posted to, and that the files would give another ward or rank: the past would then count
 * where it was not.
 */
export function postsRewritten({ posts }: Differences, { rows }: Held): BookRefusal[] {
  const posted = new Set(rows.postings.map(({ post }) => post));
  return posts.changed.flatMap(({ before, row, at }) => {
    if (!posted.has(row.reference)) return [];
    const what = [...(before.rank === row.rank ? [] : ['rank']), ...(sameWards(before, row) ? [] : ['ward'])];
    if (what.length === 0) return [];
    const sentence = `Post ${row.reference} has postings, and with another ${andList(what)} they would count as if it always had been so: end it, and add another post.`;
    return [{ ...at, sentence }];
  });
}

function sameWards(a: Post, b: Post): boolean {
  const said = ({ duty, boundaryVersion, wards }: Post) => `${duty} ${boundaryVersion} ${wards.toSorted().join(' ')}`;
  return said(a) === said(b);
}
