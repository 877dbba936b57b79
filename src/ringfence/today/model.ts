import type { OrderedBy } from '../model.ts';
import type { Reason } from '../reasons.ts';

/** One time called away, as a phone keeps it. Instants are written as JSON writes them: "2026-03-04T15:10:00.000Z". */
export interface AbsenceToday {
  id: string;
  from: string;
  /** null while they are away. */
  to: string | null;
  reason: Reason;
  event: string | null;
  orderedBy: OrderedBy | null;
}

/** A named event that an officer may be ordered to on the day of the duty. */
export interface EventToday {
  key: string;
  name: string;
  reason: 'event' | 'major-emergency';
}

/**
 * One's own duty of today, all that a phone ever keeps, sealed, until the duty is over. A duty over midnight is of the day
 * on which it starts.
 */
export interface DutyToday {
  /** Number in the records. */
  duty: number;
  day: string;
  ward: string;
  from: string;
  to: string;
  absences: readonly AbsenceToday[];
  events: readonly EventToday[];
  /** The rule in one line, by the policy in force on the day. */
  rule: string;
  /** Whether what is not permitted counts as a breach; false where the ring-fence of such posts is an aspiration. */
  ringFenced: boolean;
  /** An emergency response shorter than this is kept. */
  shortResponseMinutes: number;
  /** Reasons that the policy permits, and those that count as ward work. */
  permitted: readonly Reason[];
  wardWork: readonly Reason[];
  /** Who ordered the last absence of theirs; see usual-order.ts. */
  orderedBy: OrderedBy | null;
  synthetic: boolean;
}

/** What an officer recorded, until the server has answered for it. */
export interface PhoneRecord {
  /** UUID of the record, made by the phone: the server takes it once, however often it is sent. */
  id: string;
  kind: 'away' | 'back';
  /** UUID of the absence, made by whoever recorded that it began; its "back" names the same one. */
  absence: string;
  /** Number of the officer's duty, as GET /today/state gave it. */
  duty: number;
  /** When it was pressed, by the phone's clock: "2026-03-10T15:10:07.000Z". */
  at: string;
  /** Of "away": what for. */
  reason?: Reason;
  orderedBy?: OrderedBy;
  /** Key of an event, such as "carnival-2026". */
  event?: string;
}

/** A record in the queue; held once the server has answered that a person must look at it, with its sentence. */
export interface QueuedRecord extends PhoneRecord {
  held: string | null;
}

/** How things stand between the phone and the server. */
export type Contact = 'in touch' | 'no network' | 'signed out';
