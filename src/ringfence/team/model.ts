import type { Absence, Duty, PostClass, RingfencePolicy, Ruling, TimeSpan } from '../model.ts';

/** Who may stand in for whom: officers for officers, PCSOs for PCSOs. */
export type CoverKind = 'officer' | 'pcso';

/** What somebody in a post of a class counts as on duty. */
export const coverKindOf = (postClass: PostClass): CoverKind => (postClass === 'pcso' ? 'pcso' : 'officer');

/** What an absence counts as, by the policy in force on its day. */
export interface Ruled {
  ruling: Ruling;
  /** One sentence. */
  because: string;
  late: boolean;
}

/** A ward as pages of the line name it. */
export interface TeamWard {
  /** Number in the records. */
  place: number;
  code: string;
  name: string;
  boroughCode: string;
}

/** Who is in a ward's team on a day. */
export interface TeamOfficer {
  /** Number in the records. */
  officer: number;
  name: string;
  place: number;
  postClass: PostClass;
}

/** One ward with everything that is on it around now. */
export interface WardInView {
  ward: TeamWard;
  officers: readonly TeamOfficer[];
  duties: readonly Duty[];
  /** Numbers of ward duties for which the post book has no post in a ward: they count in none. */
  uncounted: ReadonlySet<number>;
  /** Withdrawn ones too. */
  absences: readonly Absence[];
  /** By the absence's id. */
  rulings: ReadonlyMap<string, Ruled>;
  /** In force today. */
  policy: RingfencePolicy;
}

/** A stretch of the planned cover of a ward with fewer on it than planned. */
export interface CoverGap extends TimeSpan {
  place: number;
  kind: CoverKind;
  planned: number;
  there: number;
}
