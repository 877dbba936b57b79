import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { PostBook } from '../post-book.ts';
import { boroughsOfBook } from './boroughs-of-book.ts';
import { byRank } from './by-rank.ts';
import { addUp } from './full-time-equivalents.ts';
import { partOf } from './part-of.ts';
import { type Seat, seatsOn } from './seats-on.ts';
import { strengthIsKnown } from './ward-strength.ts';

/** What a borough has of something that boroughs share out, beside its share of demand. */
interface Balanced {
  fullTimeEquivalents: number;
  /** Share of what all boroughs have; null when they have none. */
  share: number | null;
  /** Full-time equivalents above its share of demand; below it is negative. Over boroughs they come to 0. */
  difference: number;
}

export interface BoroughBalance {
  code: string;
  name: string;
  /** From 0 to 1; those of all boroughs come to 1. */
  demandShare: number;
  posts: Balanced;
  /** null: the book holds nobody's posting. */
  strength: Balanced | null;
}

/** Boroughs of a unit side by side, by code, in all and of each rank. */
export interface UnitBalance {
  boroughs: BoroughBalance[];
  /** The highest rank first. */
  byRank: { rank: string; boroughs: BoroughBalance[] }[];
}

/**
 * Each borough's share of demand beside its share of posts and of people, counted by the borough's part of each post. What
 * no borough has is left out: it is for all of them.
 * @param demandShares share of the unit's demand by borough code, each from 0, for every borough of the unit on the date;
 *   they are taken in proportion, so they need not come to 1
 * @throws InvalidArgument when a borough has no share, one is negative, or all are 0
 */
export function boroughBalance(book: PostBook, date: string, demandShares: Map<string, number>): UnitBalance {
  const boroughs = boroughsOfBook(book, date);
  const demand = boroughs.map(({ code, name }) => {
    const share = demandShares.get(code);
    if (share === undefined || !(share >= 0))
      throw new InvalidArgument(`${name} needs a share of demand of 0 or more.`);
    return { code, name, share };
  });
  const all = demand.reduce((sum, { share }) => sum + share, 0);
  if (all === 0) throw new InvalidArgument('Some borough needs a share of demand above 0.');
  const known = strengthIsKnown(book, date);
  const balance = (seats: readonly Seat[]): BoroughBalance[] => {
    const posts = sharedOut(seats, demand, ({ post }) => post.fullTimeEquivalents);
    const strength = sharedOut(seats, demand, ({ filled }) => filled);
    return demand.map(({ code, name, share }) => ({
      code,
      name,
      demandShare: share / all,
      posts: posts(code, share / all),
      strength: known ? strength(code, share / all) : null,
    }));
  };
  const seats = seatsOn(book, date);
  return {
    boroughs: balance(seats),
    byRank: byRank(seats).map(({ rank, seats: those }) => ({ rank, boroughs: balance(those) })),
  };
}

function sharedOut(seats: readonly Seat[], boroughs: { code: string }[], amount: (seat: Seat) => number) {
  const amounts = new Map(
    boroughs.map(({ code }) => [code, addUp(seats.map((seat) => amount(seat) * partOf(seat.post, code)))]),
  );
  const total = addUp(amounts.values());
  return (code: string, demandShare: number): Balanced => {
    const fullTimeEquivalents = amounts.get(code) ?? 0;
    return {
      fullTimeEquivalents,
      share: total === 0 ? null : fullTimeEquivalents / total,
      difference: fullTimeEquivalents - demandShare * total,
    };
  };
}
