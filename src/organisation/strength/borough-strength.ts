import type { Post, PostBook } from '../post-book.ts';
import { boroughsOfBook } from './boroughs-of-book.ts';
import { byRank } from './by-rank.ts';
import { addUp } from './full-time-equivalents.ts';
import { partOf } from './part-of.ts';
import { type Seat, seatsOn } from './seats-on.ts';
import { type Strength, strengthOf } from './strength-of.ts';
import { strengthIsKnown } from './ward-strength.ts';

/** The same posts of a borough, counted two ways. */
interface TwoCounts {
  /** Every post the borough has a part of, in full: what its page lists. A shared post is listed by each that shares it. */
  listed: Strength;
  /** Of each post the borough's part: boroughs can be added up and compared by it. */
  apportioned: Strength;
}

/** A borough on a date. */
export interface BoroughStrength extends TwoCounts {
  code: string;
  name: string;
  /** The highest rank first. */
  byRank: ({ rank: string } & TwoCounts)[];
}

export interface BoroughStrengths {
  boroughs: BoroughStrength[];
  /** What no borough has: posts of the unit as a whole, and what is left of posts shared in part. */
  ofNoBorough: Strength;
}

/**
 * Establishment, strength and vacancy of every borough of the unit on a date, by code.
 * The apportioned figures and `ofNoBorough` come to the unit's own.
 */
export function boroughStrengths(book: PostBook, date: string): BoroughStrengths {
  const seats = seatsOn(book, date);
  const known = strengthIsKnown(book, date);
  const boroughs = boroughsOfBook(book, date);
  const left = (post: Post) => addUp([1, ...boroughs.map(({ code }) => -partOf(post, code))]);
  return {
    boroughs: boroughs.map(({ code, name }) => {
      const listed = seats.filter(({ post }) => partOf(post, code) > 0);
      return {
        code,
        name,
        ...twoCounts(listed, code, known),
        byRank: byRank(listed).map(({ rank, seats: those }) => ({ rank, ...twoCounts(those, code, known) })),
      };
    }),
    ofNoBorough: strengthOf(
      seats.filter(({ post }) => left(post) > 0),
      known,
      left,
    ),
  };
}

const twoCounts = (seats: Seat[], code: string, known: boolean): TwoCounts => ({
  listed: strengthOf(seats, known),
  apportioned: strengthOf(seats, known, (post) => partOf(post, code)),
});
