import type { Absence, Duty, RingfenceEvent } from '../model.ts';
import type { BesideReason } from '../team/beside-reason.ts';
import type { DutyToday } from './model.ts';

/** A duty with the time called away in it. */
export interface OwnDuty {
  duty: Duty;
  absences: readonly Absence[];
  /** false: the post book has no post in the ward for it, and it counts in no ward. */
  counted: boolean;
}

/** What the page of today shows of whoever is signed in. */
export interface OwnToday {
  officer: { reference: string; name: string } | null;
  /** London day now. */
  day: string;
  /** Today's ward duty; null where there is none. */
  today: DutyToday | null;
  /** One sentence where there is none; empty otherwise. */
  said: string;
  /** Their duties of the last week that are over, and that nobody has confirmed; the latest first. */
  toConfirm: readonly OwnDuty[];
  /** The next duty of another day; null where none is known. */
  next: Duty | null;
  synthetic: boolean;
}

/** One of one's own times called away, with what it may be corrected to. */
export interface OwnAbsence {
  absence: Absence;
  duty: Duty;
  /** Named events of the day of the duty. */
  events: readonly RingfenceEvent[];
  beside: BesideReason;
}
