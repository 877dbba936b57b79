import type { PostBook } from '../post-book.ts';
import { byRank } from './by-rank.ts';
import { groupBy } from './group-by.ts';
import { seatsOn } from './seats-on.ts';
import { type Strength, strengthOf } from './strength-of.ts';
import { strengthIsKnown } from './ward-strength.ts';

/** A unit on a date. Every post counts once here, shared or not. */
export interface UnitStrength {
  unit: Strength;
  /** The highest rank first. */
  byRank: ({ rank: string } & Strength)[];
  /** By name; null: posts of no team. */
  byTeam: ({ team: string | null } & Strength)[];
}

/** Establishment, strength and vacancy of a unit on a date, in all, by rank and by team. */
export function unitStrength(book: PostBook, date: string): UnitStrength {
  const seats = seatsOn(book, date);
  const known = strengthIsKnown(book, date);
  const teams = [...groupBy(seats, ({ post }) => post.team)];
  return {
    unit: strengthOf(seats, known),
    byRank: byRank(seats).map(({ rank, seats: those }) => ({ rank, ...strengthOf(those, known) })),
    byTeam: teams
      .map(([team, those]) => ({ team, ...strengthOf(those, known) }))
      .sort((a, b) => ((a.team ?? '') < (b.team ?? '') ? -1 : 1)),
  };
}
