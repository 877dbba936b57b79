import type { Order, TimeSpan } from '../model.ts';
import type { Reason } from '../reasons.ts';

/** What a code of a roster means; see README.md of this folder. */
export type CodeMeaning =
  /** Ward duty; worked: the roster itself says that it was, and at these times. */
  | { kind: 'duty'; worked: boolean }
  | { kind: 'rest-day' }
  /** Leave, sickness or adjusted duties: which is thrown away where the code is read. */
  | { kind: 'leave' }
  /** Ward duty away from the ward. event: the named event that the code alone says. */
  | { kind: 'away'; reason: Reason; event: 'carnival' | 'new-years-eve' | null }
  /** Work elsewhere on a rest day or as overtime, beside ward duty. */
  | { kind: 'elsewhere'; as: 'rest-day' | 'overtime'; reason: Reason; event: 'carnival' | 'new-years-eve' | null }
  /** An entry of a calendar that was cancelled. */
  | { kind: 'cancelled' };

/** One row of a roster as it was read: of a calendar's entry over several days, one for each. */
export interface RosterRow {
  /** Its line in the file; the first is 1. */
  line: number;
  /** What is kept of it when it is held back. */
  written: string;
  /** Reference of the officer, as written. */
  officer: string;
  /** London day on which it starts. */
  day: string;
  /** null: the row is of a whole day. */
  time: TimeSpan | null;
  meaning: CodeMeaning;
  /** Name or code of a ward, as written; empty where none is. */
  ward: string;
  /** Contracted minutes that leave took; null where the row does not say. */
  contractedMinutes: number | null;
  order: Order | null;
  /** Of a rest day given back: the day on which the officer worked it. */
  charge: string | null;
  /** Key of an event; null where the row names none. */
  event: string | null;
}

/** A row that is not used: as it was written, and the sentence that says why and what to do. */
export interface HeldRow {
  line: number;
  written: string;
  said: string;
  /** null where they could not be read. */
  officer: string | null;
  day: string | null;
}

/** A cell or a row that was read, or the sentence that says why not. */
export type Read<Value> = { value: Value } | { because: string };

export type RosterFormat = 'csv' | 'icalendar';

/** What a roster file says. */
export type RosterRead =
  | { kind: 'read'; format: RosterFormat; rows: RosterRow[]; held: HeldRow[] }
  | { kind: 'refused'; because: string };

/** A roster file that was read: what it says, its name and the hash of its bytes. Its bytes are kept nowhere. */
export interface FileRead {
  name: string;
  /** SHA-256 of the file. */
  hash: string;
  read: RosterRead;
}
