import type { Absence, Duty, Order, PostClass, TimeSpan } from '../../model.ts';
import type { Reason } from '../../reasons.ts';
import type { HeldRow, RosterRow } from '../model.ts';

/** A ward post of an officer on a day, with the place of its ward. */
export interface PostThatDay {
  place: number;
  wardName: string;
  /** They act up or are attached elsewhere that day, for so short a time that it is no vacancy. */
  attached: boolean;
  postClass: PostClass;
  /** Of a whole officer: above 0, at most 1. */
  fraction: number;
}

/** What is held of a unit around the days of a roster, as far as whoever takes it in may see. */
export interface RosterRecords {
  /** Today in London. */
  today: string;
  /** The post book is made up for the demonstration, and so are its duties. */
  synthetic: boolean;
  /** By reference, in capitals. */
  officers: ReadonlyMap<string, { id: number; reference: string; name: string }>;
  /** Ward posts of an officer on a day, the largest part first. */
  postsOn: (reference: string, day: string) => readonly PostThatDay[];
  /** A ward of the unit on a day by its name or code, whatever the capitals; null: none. */
  wardCalled: (text: string, day: string) => { place: number; name: string } | null;
  mayWrite: (place: number, day: string) => boolean;
  /** Whether the unit's calendar has an event of a key. */
  hasEvent: (key: string) => boolean;
  /** Minutes of one contracted day, by the policy in force on the day. */
  dayMinutes: (day: string) => number;
  isClosed: (day: string) => boolean;
  duties: readonly HeldDuty[];
  leave: readonly HeldLeave[];
  /** Withdrawn ones among them, since they stay on record with their duty. */
  absences: readonly Absence[];
  /** Which of them whoever takes the roster in ordered. */
  ownOrders: ReadonlySet<string>;
}

/** A duty that is held, whether a roster brought it, and whether whoever takes the roster in ordered it. */
export type HeldDuty = Duty & { ofRoster: boolean; byOwnOrder: boolean };

/** Leave of a day that is held. */
export interface HeldLeave extends LeaveToKeep {
  id: number;
  synthetic: boolean;
  version: number;
  ofRoster: boolean;
}

/** A row of an officer of the unit with a ward post that day. */
export interface PlacedRow {
  row: RosterRow;
  officer: number;
  name: string;
  post: PostThatDay;
  /** The place of the ward that is covered, for cover. */
  covers: number | null;
  event: string | null;
}

/** A time away from the ward within a duty. */
export interface AwayTime extends TimeSpan {
  line: number;
  reason: Reason;
  event: string | null;
  order: Order | null;
  covers: number | null;
  /** Of a rest day given back: the day on which it was worked. */
  charge: string | null;
}

/** A duty as the roster says it should be held. */
export interface TargetDuty {
  officer: number;
  name: string;
  place: number;
  postClass: PostClass;
  kind: Duty['kind'];
  day: string;
  during: TimeSpan;
  /** As the roster plans it; null where it says only what was worked. */
  planned: TimeSpan | null;
  worked: boolean;
  /** The post book has the officer elsewhere that day. */
  attached: boolean;
  elsewhere: Duty['elsewhere'];
  aways: AwayTime[];
  /** The rows that say so, those of its times away apart. */
  rows: PlacedRow[];
  awayRows: PlacedRow[];
}

/** What became of a row. */
export type Outcome = 'duty' | 'absence' | 'leave' | 'changed' | 'unchanged' | 'held';

export interface LeaveToKeep {
  officer: number;
  place: number;
  postClass: PostClass;
  day: string;
  minutes: number;
}

/** What taking a roster in would do: nothing of it is written yet. */
export interface RosterPlan {
  add: TargetDuty[];
  /** confirm: the roster says that it was worked. */
  change: { duty: HeldDuty; during: TimeSpan; confirm: boolean }[];
  /** Times away within duties that are held already. */
  away: { duty: HeldDuty; away: AwayTime }[];
  /** Work on rest days that is held: what a rest day given back may be charged to. */
  restDays: HeldDuty[];
  addLeave: LeaveToKeep[];
  changeLeave: { leave: HeldLeave; minutes: number }[];
  /** What an earlier roster brought and this one, which says that it is whole, no longer has. */
  removeDuties: HeldDuty[];
  removeLeave: HeldLeave[];
  /** Those that no row of the file is about, such as a duty it no longer has that cannot go, have line 0. */
  held: HeldRow[];
  /** Rows by what became of them: held ones of line 0 apart, they come to all rows of the file. */
  outcomes: Record<Outcome, number>;
  /** Duties, absences and leave written into months that are closed. */
  corrections: number;
  /** Officer and day of every row that was taken, as "P123 2026-10-24". */
  settles: ReadonlySet<string>;
  /** Why less is taken or removed than the file says; null where that is not so. */
  notWhole: string | null;
}
