import type { Post } from './post-book.ts';
import { findRank } from './reference/ranks.ts';

const SERGEANT = findRank('Sergeant')?.order;

/** Whether a post leads wards: a sergeant's, uniformed or detective, with a ward duty. */
export const isWardSergeant = ({ duty, rank }: Pick<Post, 'duty' | 'rank'>): boolean =>
  duty === 'ward' && findRank(rank)?.order === SERGEANT;
