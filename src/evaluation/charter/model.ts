import type { Month } from '../../lib/calendar/month.ts';
import type { Charter, CharterShown, Look } from '../model.ts';

/** Who wrote something, and when. */
export interface Written {
  by: string;
  at: Date;
}

/** One wording of a charter: a draft up to the first signature, afterwards an amendment. */
export interface Wording {
  /** From 1 on. */
  number: number;
  /** Which amendment it is, from 1 on; null for drafts. */
  amendment: number | null;
  charter: Charter;
  hash: string;
  /** Hash of the wording before; null for the first. */
  previous: string | null;
  /** Empty for drafts. */
  because: string;
  /** What it changes, a sentence for each field. */
  changed: readonly string[];
  written: Written;
}

/** One organisation's signature of one wording. */
export interface Signature {
  wording: number;
  hash: string;
  organisation: string;
  /** Name and office, as readers see them. */
  name: string;
  signed: Written;
}

/** A wording that is kept and is no charter that this release can read. */
export type UnreadableWording = Pick<Wording, 'number' | 'amendment' | 'hash' | 'previous'>;

/** A charter of the records with all that was ever written of it. */
export interface KeptCharter {
  id: number;
  unit: string;
  name: string;
  kind: Charter['kind'];
  synthetic: boolean;
  entered: Written;
  /** The first first; none only where none can be read. */
  wordings: readonly Wording[];
  /** Wordings that cannot be read: nothing is shown of them, and the next follows them all the same. */
  unreadable: readonly UnreadableWording[];
  /** In the order in which they were made. */
  signatures: readonly Signature[];
}

/** What a look found of one outcome of one group. */
export interface LookTaken {
  /** The wording that was in force. */
  wording: number;
  group: string;
  measure: string;
  found: Look;
  /** SHA-256 of the panel it was found on, and the vintage of its figures. */
  panelHash: string;
  vintage: string;
  taken: Written;
}

export const DECIDED = ['stop', 'change', 'continue'] as const;

/** What the signatories decided after a look. */
export interface Decision {
  afterLook: Month;
  decided: (typeof DECIDED)[number];
  /** Organisations that decided it, ≥ 1. */
  bodies: readonly string[];
  reason: string;
  /** Day of the decision, "2030-11-04". */
  decidedOn: string;
  /** Name and office of who wrote it down, as readers see them. */
  recordedAs: string;
  written: Written;
}

/** A charter as it is published: how it stands, and what was decided by it. */
export interface PublishedCharter extends CharterShown {
  unit: string;
  decisions: readonly Omit<Decision, 'written'>[];
}
