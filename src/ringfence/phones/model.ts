import type { DutyToday, PhoneRecord } from '../today/model.ts';

/** Most records that are taken at once; a phone that has more sends them in several goes. */
export const MOST_SENT = 200;

/**
 * What a phone keeps while it has no signal, and sends when it has: that its officer was called away, or is back.
 * Both are made on the phone with everything they need, so that they may be sent twice and in any order.
 */
export interface SentRecord extends PhoneRecord {
  /** At most 500 characters. */
  note?: string;
}

/**
 * What became of a record: taken; again: somebody had recorded the same; waiting: kept, for a record that comes before it;
 * held: kept, and the sergeant must look. Whichever it is, Wardroom has it, and the phone may forget it.
 */
export type SentOutcome = 'taken' | 'again' | 'waiting' | 'held';

/** The answer to one record. */
export interface SentAnswer {
  id: string;
  outcome: SentOutcome;
  /** One sentence for the officer. */
  said: string;
}

/** Body of POST /today/records; `form-token` is that of GET /today/state, or of a form of the page. */
export interface RecordsSent {
  'form-token': string;
  /** UUID that the browser made for this person and keeps. */
  device: string;
  /** The phone's clock when it sent this: its records are put right by how far that is from ours. */
  sentAt: string;
  /** How many records are on the phone, those of this request among them. */
  waiting: number;
  /** At most MOST_SENT; none, to say only that the phone is in touch. */
  records: readonly SentRecord[];
  /** Said once after a phone that was told so has erased what it held. */
  erased?: boolean;
}

/** Answer of POST /today/records. What has no answer here was not taken, and stays on the phone. */
export interface RecordsAnswer {
  answers: readonly SentAnswer[];
  /** The phone was revoked: once it has its answers it erases what it holds. */
  erase: boolean;
  serverTime: string;
}

/** Answer of GET /today/state?device=…: everything that a phone holds, of today's own duty and no other. */
export interface TodayState {
  /** As it is shown; null where nobody has said yet which officer this person is. */
  officer: { reference: string; name: string } | null;
  /** Today's own ward duty and what is recorded of it; null where there is none. */
  today: DutyToday | null;
  /** One sentence where there is none, that says what to do; null otherwise. */
  said: string | null;
  /** Whether the phone that asks was revoked: it sends what it holds, and erases it. */
  erase: boolean;
  /** For the next POST /today/records. */
  formToken: string;
  serverTime: string;
}
