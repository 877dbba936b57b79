import { type PostBook, wardKindOf } from '../../../organisation/index.ts';
import type { PostClass } from '../../../ringfence/index.ts';

/** The days in which one officer held a ward post of the demonstration's book. */
export interface WardTurn {
  /** Reference of the officer. */
  officer: string;
  /** Number of the turn in the book, by which shifts are told apart. */
  index: number;
  boroughCode: string;
  wardCode: string;
  boundaryVersion: string;
  postClass: PostClass;
  /** Part of full time. */
  fraction: number;
  from: string;
  until: string | null;
}

/** Every turn in a ward post, in the order of the book: officers and PCSOs, not their sergeants. */
export function wardTurns({ posts, postings }: PostBook): WardTurn[] {
  const byReference = new Map(posts.map((post) => [post.reference, post]));
  return postings.flatMap(({ officer, post: reference, fraction, during, kind }, index): WardTurn[] => {
    const post = byReference.get(reference);
    const [ward] = post?.wards ?? [];
    const wardKind = post === undefined ? null : wardKindOf(post.rank);
    if (post?.duty !== 'ward' || ward === undefined || wardKind === null || kind !== 'posting') return [];
    const { boundaryVersion, shares, wardClass } = post;
    const [share] = shares;
    if (boundaryVersion === null || share === undefined) return [];
    const postClass = wardKind === 'pcso' ? 'pcso' : wardClass === 'extra' ? 'extra' : 'floor';
    const place = { boroughCode: share.boroughCode, wardCode: ward, boundaryVersion };
    return [{ officer, index, ...place, postClass, fraction, from: during.from, until: during.until }];
  });
}
