import type { Leave } from '../duties/model.ts';
import type { Absence, Duty, LedgerLine } from '../model.ts';
import type { ActingOfficer } from '../officers/model.ts';

/** A duty or leave before it was changed or removed. */
export interface KeptState {
  kind: 'duty' | 'leave';
  /** Number of the duty or leave. */
  row: number;
  day: string;
  /** As it was; null where it was then first written. */
  before: unknown;
  /** null: it was removed. */
  after: unknown;
  because: string;
  changedBy: string;
  changedAt: Date;
}

/** What a phone sent, as it came. */
export interface SentAsItCame {
  id: string;
  body: unknown;
  outcome: string;
  said: string;
  receivedAt: Date;
}

/** What was done to an absence, as the records have it. */
export interface StepOfMine {
  number: number;
  step: 'recorded' | 'returned' | 'corrected' | 'ordered' | 'confirmed' | 'disputed' | 'withdrawn';
  /** As the step left it. */
  after: Pick<Absence, 'from' | 'to' | 'reason' | 'order'>;
  because: string;
  doneBy: string;
  doneAt: Date;
}

/** A phone that may hold records of the officer. */
export interface PhoneOfMine {
  id: string;
  browser: string;
  lastAt: Date;
  waiting: number;
  revokedAt: Date | null;
  revokedBy: string | null;
}

/** Everything that is recorded about an officer, of some days. */
export interface RecordedAboutMe {
  officer: ActingOfficer;
  /** First and last day. */
  from: string;
  to: string;
  duties: Duty[];
  /** Numbers of those for which the post book has no post in the ward: they count in none. */
  uncounted: number[];
  absences: { absence: Absence; steps: StepOfMine[] }[];
  leave: Leave[];
  /** What stands in the ledger. */
  ledger: LedgerLine[];
  /** What duties and leave were before they were changed or removed. */
  states: KeptState[];
  /** Of any day. */
  phones: PhoneOfMine[];
  sent: SentAsItCame[];
  /** Names of who wrote any of it, by identity. */
  names: ReadonlyMap<string, string>;
  /** Months of which anything is recorded, the one that runs, and the one shown; the last first. */
  months: string[];
}
