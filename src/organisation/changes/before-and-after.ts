import { dayBefore } from '../../lib/calendar/day-runs.ts';
import type { EstablishmentChange, Post, PostBook } from '../post-book.ts';
import { addUp } from '../strength/full-time-equivalents.ts';
import { groupBy } from '../strength/group-by.ts';
import { type Seat, seatsOn } from '../strength/seats-on.ts';
import { type Strength, strengthOf } from '../strength/strength-of.ts';
import { strengthIsKnown } from '../strength/ward-strength.ts';
import { concerns } from './concerns.ts';

/** The posts of a change on a day. */
export interface CountOn extends Strength {
  on: string;
}

/** Posts that a change brought, by the unit that gave them up. */
export interface FromUnit {
  /** null: the book does not say. */
  unit: string | null;
  posts: number;
  fullTimeEquivalents: number;
}

export interface BeforeAndAfter {
  change: EstablishmentChange;
  state: 'not begun' | 'under way' | 'complete';
  /** The day before the change begins. */
  before: CountOn;
  /** The day by which it is to be complete, or while it is under way the day asked about; null: it has not begun. */
  after: CountOn | null;
  /** Full-time equivalents of posts gained from before to after; null: it has not begun. */
  delivered: number | null;
  /** Promised and not delivered; below 0 more was delivered; null: nothing was promised in numbers, or it has not begun. */
  outstanding: number | null;
  /** Where posts that are there after and were not before came from, the unit that gave most first, unknown last. */
  sources: FromUnit[];
  /** Posts that were there before and are not after. */
  ended: { posts: number; fullTimeEquivalents: number };
}

/** What became of a change of the establishment by a date: before, after, and where its posts came from. */
export function beforeAndAfter(book: PostBook, change: EstablishmentChange, date: string): BeforeAndAfter {
  const part = (post: Post) => concerns(change, post);
  const seats = (on: string) => seatsOn(book, on).filter(({ post }) => part(post) > 0);
  const count = (on: string, there: readonly Seat[]): CountOn => ({
    on,
    ...strengthOf(there, strengthIsKnown(book, on), part),
  });
  const dayOf = { before: dayBefore(change.begins), after: date < change.completes ? date : change.completes };
  const old = seats(dayOf.before);
  const before = count(dayOf.before, old);
  const none = { posts: 0, fullTimeEquivalents: 0 };
  if (date < change.begins)
    return {
      change,
      state: 'not begun',
      before,
      after: null,
      delivered: null,
      outstanding: null,
      sources: [],
      ended: none,
    };
  const current = seats(dayOf.after);
  const after = count(dayOf.after, current);
  const delivered = addUp([after.establishment, -before.establishment]);
  const { posts, establishment } = strengthOf(without(old, current), false, part);
  return {
    change,
    state: date < change.completes ? 'under way' : 'complete',
    before,
    after,
    delivered,
    outstanding: change.promised === null ? null : addUp([change.promised, -delivered]),
    sources: sourcesOf(without(current, old), part),
    ended: { posts, fullTimeEquivalents: establishment },
  };
}

function without(seats: readonly Seat[], others: readonly Seat[]): Seat[] {
  const there = new Set(others.map(({ post }) => post.reference));
  return seats.filter(({ post }) => !there.has(post.reference));
}

function sourcesOf(seats: readonly Seat[], part: (post: Post) => number): FromUnit[] {
  return [...groupBy(seats, ({ post }) => post.movedFrom)]
    .map(([unit, those]) => {
      const { posts, establishment } = strengthOf(those, false, part);
      return { unit, posts, fullTimeEquivalents: establishment };
    })
    .sort(mostFirst);
}

const mostFirst = (a: FromUnit, b: FromUnit) =>
  Number(a.unit === null) - Number(b.unit === null) ||
  b.fullTimeEquivalents - a.fullTimeEquivalents ||
  ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1);
