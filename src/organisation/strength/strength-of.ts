import type { Post } from '../post-book.ts';
import { addUp } from './full-time-equivalents.ts';
import type { Seat } from './seats-on.ts';

/** What some posts come to: full-time equivalents, with posts and people beside. */
export interface Strength {
  /** Posts, each once, however small. */
  posts: number;
  /** Full-time equivalents of the posts: what there should be. */
  establishment: number;
  /** Who is in them; null when the book holds nobody's posting, and that is unknown. */
  people: {
    /** Full-time equivalents of the postings: who there is. */
    strength: number;
    /** Full-time equivalents that wait for somebody. */
    vacancy: number;
    /** Full-time equivalents beyond what posts have room for. strength + vacancy − overfilled = establishment. */
    overfilled: number;
    /** People, each once, however small their part. */
    heads: number;
  } | null;
}

/**
 * Adds posts up.
 * @param known  whether the book holds postings at all
 * @param partOf which part of a post counts, from 0 to 1, and of its people's time with it; posts and people count whole
 */
export function strengthOf(seats: readonly Seat[], known: boolean, partOf: (post: Post) => number = whole): Strength {
  const total = (amount: (seat: Seat) => number) => addUp(seats.map((seat) => amount(seat) * partOf(seat.post)));
  return {
    posts: seats.length,
    establishment: total(({ post }) => post.fullTimeEquivalents),
    people: known
      ? {
          strength: total(({ filled }) => filled),
          vacancy: total(({ vacancy }) => vacancy),
          overfilled: total(({ overfilled }) => overfilled),
          heads: new Set(seats.flatMap(({ postings }) => postings.map(({ officer }) => officer))).size,
        }
      : null,
  };
}

const whole = () => 1;
