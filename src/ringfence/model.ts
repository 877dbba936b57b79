import type { Month } from '../lib/calendar/month.ts';
import type { Reason } from './reasons.ts';

/** What a post is to the ring-fence: one of the ward's floor, one above it, or a PCSO's. */
export const POST_CLASSES = ['floor', 'extra', 'pcso'] as const;
export type PostClass = (typeof POST_CLASSES)[number];

/**
 * What an absence counts as. kept: it is ward work, or too short to count; unruled: nobody has ruled it, because the
 * ring-fence of such posts is an aspiration, or because the source names no reason.
 */
export type Ruling = 'kept' | 'exception' | 'permitted' | 'breach' | 'unruled';

/** Where minutes of rostered ward duty stand: exactly one of these. */
export const WARD_ACCOUNTS = ['confirmed', 'presumed', 'exception', 'permitted', 'breach', 'unruled'] as const;
export type WardAccount = (typeof WARD_ACCOUNTS)[number];
/** Beside rostered ward duty: work elsewhere on a rest day or as overtime, and time lost to leave, sickness and adjusted duties. */
export type Account = WardAccount | 'rest-day' | 'overtime' | 'leave';

/** Who ordered an absence, by role: what is public of it. */
export const ORDERED_BY = [
  'ward-sergeant',
  'response-sergeant',
  'duty-inspector',
  'neighbourhood-inspector',
  'senior-officer',
  'operations-room',
  'court',
  'training-unit',
  'another-force',
  'nobody',
] as const;
export type OrderedBy = (typeof ORDERED_BY)[number];

/** A ward of a unit. */
export interface WardPlace {
  /** Number in the records. */
  id: number;
  unit: string;
  boroughCode: string;
  wardCode: string;
  boundaryVersion: string;
}

/** Finds the number of the place of a ward. */
export type PlaceFinder = (ward: Omit<WardPlace, 'id'>) => Promise<number>;

/** From the first instant to the one after the last, both on whole minutes. */
export interface TimeSpan {
  from: Date;
  to: Date;
}

/** A duty of one officer. */
export interface Duty {
  id: number;
  /** Number in the post book's records, never shown. */
  officer: number;
  place: number;
  postClass: PostClass;
  /** ward: rostered ward duty; rest-day, overtime: work elsewhere besides it. */
  kind: 'ward' | 'rest-day' | 'overtime';
  /** London day on which it starts: all its minutes belong to it. */
  day: string;
  during: TimeSpan;
  planned: TimeSpan | null;
  /** Who says that it was worked; null while nobody has, and its kept time is presumed. */
  confirmed: 'officer' | 'sergeant' | 'roster' | null;
  /** Of work on a rest day or overtime: what for, by whose order, and for which event; null of ward duty. */
  elsewhere: { reason: Reason; order: Order | null; event: string | null } | null;
  synthetic: boolean;
  version: number;
}

/** Who ordered an absence, and when it was ordered. */
export interface Order {
  by: OrderedBy;
  /** The person where the records know who that was: they cannot confirm or correct it. */
  person: string | null;
  at: Date | null;
  /** Number of an order or message; empty where there is none. */
  reference: string;
  /** When the records were first told of it as it stands, whatever was typed; left out or null where they were not yet. */
  knownAt?: Date | null;
}

/** One time that an officer was called away from a ward duty. */
export interface Absence {
  /** UUID, made by whoever recorded it first. */
  id: string;
  duty: number;
  officer: number;
  place: number;
  day: string;
  from: Date;
  /** null while they are away: until then it is counted to the end of the duty. */
  to: Date | null;
  reason: Reason;
  /** Key of an event, such as "carnival-2026". */
  event: string | null;
  order: Order | null;
  /** Place that was covered, for cover of another ward. */
  covers: number | null;
  /** For a rest day given back: what took the rest day, the UUID of the absence or "duty:512", the duty worked on it. */
  chargedTo: string | null;
  note: string;
  standing: 'recorded' | 'confirmed' | 'disputed' | 'withdrawn';
  synthetic: boolean;
  version: number;
}

/** A named event that officers may be ordered to. */
export interface RingfenceEvent {
  /** "carnival-2026", "new-years-eve-2026", "emergency-2026-08-03-bridge". */
  key: string;
  kind: 'carnival' | 'new-years-eve' | 'major-emergency';
  name: string;
  firstDay: string;
  lastDay: string;
  /** Of a major emergency only. */
  authorised: { rank: string; at: Date; expires: Date } | null;
  /** Why it did not take place; null where it did or will. */
  calledOff: string | null;
  source: string;
  /** Entered by the unit, or shipped with Wardroom. */
  entered: boolean;
  /** When it was entered, by the records' own clock; left out where it is shipped. */
  enteredAt?: Date | null;
}

/** What one policy rules, for a unit, from a day on. */
export interface RingfencePolicy {
  format: 'wardroom-ringfence-policy-1';
  /** As its page and its reports name it: "Training and own-case court permitted". */
  title: string;
  /** Document or decision that each part comes from, in words. */
  source: string;
  /** Whether the ring-fence holds for a class of posts, or is an aspiration: then what would be a breach is not ruled. */
  classes: Record<PostClass, 'ring-fenced' | 'aspiration'>;
  /** What each reason counts as. 'exception' only for event reasons, which need the event and the order. */
  rulings: Record<Reason, Exclude<Ruling, 'unruled'>>;
  /** An emergency response shorter than this many minutes is kept. */
  shortResponseMinutes: number;
  /** Lowest rank that may authorise a major emergency, one of the post book's ranks. */
  emergencyRank: string;
  /** Acting up, secondment or attachment for more days than this is a vacancy. */
  vacancyAfterDays: number;
  /** Contracted minutes of a week of one full-time equivalent. */
  weeklyMinutes: number;
  /** Minutes of one contracted day, for a day of leave whose length is not said. */
  dayMinutes: number;
  /** A month is incomplete when more than this share of kept time is presumed, or of promised time is unaccounted for. */
  presumedShare: number;
  /** Day of the following month on which a month is closed. */
  closesOnDay: number;
  /** Who is to be on duty in every ward, by London's clock: apart from the floor of posts. */
  cover: { from: string; to: string; officers: number; pcsos: number }[];
  /** A ward whose share away (breaches and unruled) of its rostered time in a month passes this is told of. */
  alertShare: number;
}

/** A policy with when and how it came into force. */
export interface PolicyInForce {
  /** null: what Wardroom ships, where the unit has adopted nothing. */
  id: number | null;
  version: number;
  inForceFrom: string;
  because: string;
  proposedBy: string | null;
  adoptedBy: string | null;
  adoptedAt: Date | null;
  policy: RingfencePolicy;
}

/** One line of what a duty or a leave comes to. */
export interface LedgerLine {
  officer: number;
  place: number;
  /** First of the month of the day, "2026-10-01". */
  month: string;
  day: string;
  postClass: PostClass;
  duty: number | null;
  absence: string | null;
  account: Account;
  /** Empty for kept time. */
  reason: Reason | '';
  orderedBy: OrderedBy | '';
  event: string;
  late: boolean;
  /** Number of the policy; null: the one that is shipped. */
  policy: number | null;
  minutes: number;
}

/** What stands in the ledger of some wards and months, summed over officers. */
export interface LedgerTotal {
  place: number;
  month: Month;
  postClass: PostClass;
  account: Account;
  reason: Reason | '';
  orderedBy: OrderedBy | '';
  event: string;
  late: boolean;
  minutes: number;
  /** Different officers behind it. */
  officers: number;
  synthetic: boolean;
}
