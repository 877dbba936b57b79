import type { PostBook } from '../post-book.ts';
import { findRank } from '../reference/ranks.ts';
import { addUp } from './full-time-equivalents.ts';
import { seatsOn } from './seats-on.ts';
import { type Strength, strengthOf } from './strength-of.ts';
import { strengthIsKnown } from './ward-strength.ts';

/** Posts and people who manage and who police, on a date. A person counts by the post they are in, acting or not. */
export interface ManagementCount {
  /** Inspectors and above. */
  management: Strength;
  /** Sergeants and below. */
  operational: Strength;
  /** Operational full-time equivalents to one of management, as posts; null: no post manages. */
  establishmentRatio: number | null;
  /** The same as people are posted; null: unknown, or nobody manages. */
  strengthRatio: number | null;
}

/** Less on management, more on operations: the two counts of a unit on a date, and how many police to one who manages. */
export function managementOn(book: PostBook, date: string): ManagementCount {
  const seats = seatsOn(book, date);
  const known = strengthIsKnown(book, date);
  const ofLevel = (level: 'management' | 'operational') =>
    strengthOf(
      seats.filter(({ post }) => (findRank(post.rank)?.level ?? 'operational') === level),
      known,
    );
  const management = ofLevel('management');
  const operational = ofLevel('operational');
  return {
    management,
    operational,
    establishmentRatio: ratioOf(operational.establishment, management.establishment),
    strengthRatio: ratioOf(operational.people?.strength ?? null, management.people?.strength ?? null),
  };
}

/** How many of one to one of the other; null when there is none of the other, or either is unknown. */
export function ratioOf(many: number | null, one: number | null): number | null {
  return many === null || one === null || one === 0 ? null : many / one;
}

/** Management and operations on two dates, and by how much the establishment of each has changed. */
export interface ManagementChange {
  before: ManagementCount;
  after: ManagementCount;
  /** Full-time equivalents gained or lost. */
  management: number;
  operational: number;
}

/** What became of management against operations between two dates. */
export function managementChange(book: PostBook, from: string, to: string): ManagementChange {
  const before = managementOn(book, from);
  const after = managementOn(book, to);
  const gained = (level: 'management' | 'operational') =>
    addUp([after[level].establishment, -before[level].establishment]);
  return { before, after, management: gained('management'), operational: gained('operational') };
}
