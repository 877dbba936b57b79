import type { Absence, Duty, PostClass, RingfencePolicy, TimeSpan } from '../../model.ts';
import type { CoverGap, Ruled, TeamOfficer, TeamWard } from '../model.ts';

/** A ward that might lend somebody, with what the rules of allocation need to know of it. */
export interface LendingWard extends TeamWard {
  /** Name of its cluster on the day; null for none. */
  cluster: string | null;
  /** Whether it shares a border with the ward of the gap. */
  neighbour: boolean;
  /** Heads posted to it on the day, and the floor of posts below which it never goes. */
  officers: { posted: number; floor: number };
  pcsos: { posted: number; floor: number };
}

/** A gap in a ward's planned cover, and who is on duty in the unit around it. */
export interface CoverQuestion {
  gap: CoverGap;
  /** The ward of the gap. */
  ward: TeamWard & { cluster: string | null };
  /** Every other ward of the unit that the reader may see. */
  others: readonly LendingWard[];
  officers: readonly TeamOfficer[];
  duties: readonly Duty[];
  absences: readonly Absence[];
  /** Planned cover of every ward of the unit. */
  cover: RingfencePolicy['cover'];
  /** What covering would count as, for somebody in a post of a class. */
  rulingOf(postClass: PostClass): Ruled;
}

/** An officer on duty who could stand in, and for which part of the gap. */
export interface Standby extends TimeSpan {
  duty: number;
  officer: number;
  name: string;
  postClass: PostClass;
  ward: LendingWard;
}

/** Why somebody cannot stand in: true keeps them. One rule, one file. */
export interface CoverRule {
  name: string;
  /** One sentence, as printed under the suggestions. */
  sentence: string;
  keeps(standby: Standby, question: CoverQuestion): boolean;
}
