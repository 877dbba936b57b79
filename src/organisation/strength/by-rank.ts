import { RANKS } from '../reference/ranks.ts';
import { groupBy } from './group-by.ts';
import type { Seat } from './seats-on.ts';

/** Posts by rank, the highest rank first. */
export function byRank(seats: readonly Seat[]): { rank: string; seats: Seat[] }[] {
  const groups = groupBy(seats, ({ post }) => post.rank);
  const known = RANKS.toReversed().map(({ rank }) => rank as string);
  const others = [...groups.keys()].filter((rank) => !known.includes(rank));
  return [...known, ...others].flatMap((rank) => {
    const found = groups.get(rank);
    return found === undefined ? [] : [{ rank, seats: found }];
  });
}
