import { andList } from '../../ui/and-list.ts';
import type { Post } from '../post-book.ts';
import { fullTimeEquivalents } from './say-full-time-equivalents.ts';

/** "shared with Camden, half": with whom a borough shares a post, and how much of it is the borough's own; null for one it has alone. */
export function sayShares(
  { shares }: Post,
  boroughCode: string,
  nameOf: (boroughCode: string) => string,
): string | null {
  const own = shares.find((share) => share.boroughCode === boroughCode);
  const others = shares.filter((share) => share !== own);
  if (own === undefined || others.length === 0) return null;
  const part = own.fraction === 0.5 ? 'half' : `${fullTimeEquivalents(own.fraction)} of it here`;
  return `shared with ${andList(others.map((share) => nameOf(share.boroughCode)))}, ${part}`;
}
