import type { Module } from '../access/model.ts';

/** draft → proposed → approved → published; withdrawn from any of them. "Replaced" is no state: it follows from dates. */
export type PublicationState = 'draft' | 'proposed' | 'approved' | 'published' | 'withdrawn';

/** Where an item belongs; null: it is of more than one. */
export interface PublicationPlace {
  unit: string | null;
  borough: string | null;
  ward: string | null;
}

/** A few values of a snapshot by which a domain finds the one it is asked for without reading all of them. */
export type Facets = Readonly<Record<string, string | boolean>>;

/** Who did it, and when. Who is an opaque id: "person:3f9c", "cli:anna", "wardroom". */
export interface Act {
  by: string;
  at: Date;
}

/** One thing on its way to being published, without its content. For those who may read the module there. */
export interface PublicationItem {
  id: string;
  kind: string;
  module: Module;
  /** What it is the next of within its kind, such as the unit whose plan it is. */
  key: string;
  place: PublicationPlace;
  /** First day it counts, "2026-03-01"; once published, the public sees it from that day. */
  inForceFrom: string;
  facets: Facets;
  state: PublicationState;
  /** Counts the contents saved, from 1. */
  version: number;
  /** Of the content and its date, as they stand. */
  contentHash: string;
  drafted: Act;
  /** Who changed the content last; at first its author. */
  changed: Act;
  proposed: Act | null;
  approved: Act | null;
  /** True when it was approved by its author, because nobody else could. */
  alone: boolean;
  /** What readers were to see when it was approved; null before. */
  approvedSnapshotHash: string | null;
  /** What it was approved to take the place of; null before, and where nothing was published. */
  approvedBefore: string | null;
  published: Act | null;
  withdrawn: (Act & { reason: string }) | null;
}

/** What anyone may know of something published, without its content. */
export interface PublishedItem {
  id: string;
  kind: string;
  key: string;
  place: PublicationPlace;
  inForceFrom: string;
  /** Of what readers see; none where a withdrawal took it back. */
  facets: Facets;
  publishedAt: Date;
  /** Rises with each that is published: of two of one day the later stands. */
  sequence: number;
  alone: boolean;
  /** null while it stands. */
  withdrawn: { at: Date; reason: string } | null;
}

/** What became of a wish to move an item on. */
export type Moved =
  | { kind: 'done'; item: PublicationItem }
  /** One sentence that says why not, and what to do. */
  | { kind: 'refused'; because: string }
  /** Somebody changed it since its reader saw it; nothing was moved, and both contents are kept. */
  | { kind: 'changed'; item: PublicationItem; changes: readonly Change[] }
  /** There is none of this number that may be seen. */
  | { kind: 'unknown' };

/** A leaf value that differs between two snapshots. */
export interface Change {
  /** Names of fields, and of list elements by what tells them apart: ["wards", "E05013653", "dwo"]. */
  path: readonly string[];
  kind: 'added' | 'removed' | 'changed';
  /** undefined where it was added. */
  before?: unknown;
  /** undefined where it was removed. */
  after?: unknown;
}

/** What would change for a reader, in a domain's own words. */
export interface Described {
  sentences: readonly string[];
  /** null where sentences say it all. */
  table: { caption: string; columns: readonly string[]; rows: readonly (readonly string[])[] } | null;
}
