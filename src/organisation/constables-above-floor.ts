import type { PublishedWorkforce } from './model.ts';

/** Constables a borough's budget leaves above the ward floor, between two ways to count shared posts. */
export interface AboveFloor {
  constables: number;
  floor: number;
  /** Constables in named posts this borough has alone. */
  ownPosts: number;
  /** Constables in posts shared with another borough. */
  sharedPosts: number;
  /** Shared posts counted wholly here. */
  least: number;
  /** Shared posts counted wholly elsewhere. */
  most: number;
}

/**
 * An upper bound on dedicated ward officers above the floor: constables, less the floor, less named posts.
 * It is a bound because a budget says nothing of vacancies, leave or other pan-borough duties.
 * @param floorPerWard dedicated ward officers every ward is promised
 */
export function constablesAboveFloor(workforce: PublishedWorkforce, wards: number, floorPerWard: number): AboveFloor {
  const constables = sum(workforce.ranks.filter((rank) => rank.rank === 'Constable'));
  const posts = workforce.posts.filter((post) => post.rank === 'Constable');
  const ownPosts = sum(posts.filter((post) => post.sharedWith === null));
  const sharedPosts = sum(posts.filter((post) => post.sharedWith !== null));
  const floor = wards * floorPerWard;
  const most = constables - floor - ownPosts;
  return { constables, floor, ownPosts, sharedPosts, least: most - sharedPosts, most };
}

const sum = (rows: { fullTimeEquivalents: number }[]) =>
  rows.reduce((total, row) => total + row.fullTimeEquivalents, 0);
