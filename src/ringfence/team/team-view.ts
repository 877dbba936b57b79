import type { Absence, Duty } from '../model.ts';
import type { Alert } from './alerts/alert.ts';
import type { CoverGap, Ruled, TeamOfficer, TeamWard } from './model.ts';
import type { Whereabouts } from './where-now.ts';

/** A duty that has ended and that nobody has confirmed: what it kept is presumed. */
export interface DutyToConfirm {
  duty: Duty;
  name: string;
  ward: string;
  /** false: it counts in no ward. */
  counted: boolean;
}

/** An absence that somebody recorded and nobody has confirmed, or that is disputed. */
export interface AbsenceToConfirm {
  absence: Absence;
  name: string;
  ward: string;
  /** false: its duty counts in no ward. */
  counted: boolean;
  ruled: Ruled;
  /** Why the reader leaves it to somebody else; null where it is theirs to confirm. */
  notYours: string | null;
}

/** What a phone sent that could not be recorded as it came. */
export interface HeldRecord {
  id: string;
  name: string;
  at: Date;
  /** What it is and what to do, in one or two sentences. */
  said: string;
  /** Address where it is put right; null where there is nothing to do but to know. */
  settle: string | null;
}

/** A phone that may hold records which it has not sent. */
export interface PhoneToWatch {
  id: string;
  name: string;
  /** One sentence. */
  said: string;
}

/** Who is where, on one ward. */
export interface WardNow {
  ward: TeamWard;
  rows: readonly { officer: TeamOfficer; where: Whereabouts }[];
  /** Numbers of duties that count in no ward. */
  uncounted: ReadonlySet<number>;
}

/** What "my team" shows. */
export interface TeamView {
  now: Date;
  /** Wards in view, and those that may be chosen instead. */
  wards: readonly WardNow[];
  choices: readonly TeamWard[];
  /** Whether the reader writes here, or only reads. */
  writes: boolean;
  alerts: readonly (Alert & { ward: TeamWard })[];
  duties: readonly DutyToConfirm[];
  absences: readonly AbsenceToConfirm[];
  held: readonly HeldRecord[];
  gaps: readonly (CoverGap & { ward: TeamWard })[];
  /** Day that the gaps are of. */
  tomorrow: string;
  phones: readonly PhoneToWatch[];
  synthetic: boolean;
}
