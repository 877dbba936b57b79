import type { BoundaryVersion } from '../geography/index.ts';
import type { Strand } from './reference/strands.ts';

/** Days from the first to the day before `until`; null: for good. Every dated row has them; files give the last day. */
export interface Days {
  from: string;
  until: string | null;
}

/** Where a row stands in the book, and where it comes from. */
interface Kept {
  during: Days;
  /** Document, decision or system it was taken from; empty when it was not said. */
  source: string;
}

/** Wards of one borough that are led together. */
export interface Cluster extends Kept {
  name: string;
  boroughCode: string;
  boundaryVersion: BoundaryVersion;
  /** Codes. */
  wards: string[];
}

/** A seat for one person, filled or not. */
export interface Post extends Kept {
  /** The unit's own name for it: "ISL-W07-FLOOR-1". */
  reference: string;
  title: string;
  /** One of RANKS. */
  rank: string;
  strand: Strand;
  team: string | null;
  /** ward: in a ward team, though its ward may be undecided; pan-borough: for a borough or several; leadership. */
  duty: 'ward' | 'pan-borough' | 'leadership';
  /** Above 0, at most 1. */
  fullTimeEquivalents: number;
  /** The part of the post that each borough has, by code; they come to at most 1. Empty: of the unit as a whole. */
  shares: { boroughCode: string; fraction: number }[];
  /** Codes of the ward, or of a sergeant's one or two; empty when undecided or none. */
  wards: string[];
  boundaryVersion: BoundaryVersion | null;
  /** Of a ward post: part of what every ward is promised, or above it; null for a sergeant's, and where not said. */
  wardClass: 'floor' | 'extra' | null;
  /** Code of the borough whose named superintendent this is. */
  leadsBorough: string | null;
  leadsStrand: Strand | null;
  /** Who pays, when not the force. */
  fundedBy: string | null;
  /** Last day that is paid for. */
  fundedUntil: string | null;
  /** The unit that gave the post up. */
  movedFrom: string | null;
  /** Day a vacancy is expected to be filled. */
  expectedFilled: string | null;
}

export interface Officer {
  /** Warrant or staff number. */
  reference: string;
  name: string;
  /** One rank at an instant. */
  ranks: { rank: string; during: Days }[];
}

/** An officer in a post, wholly or in part. */
export interface Posting {
  /** Reference of the officer. */
  officer: string;
  /** Reference of the post. */
  post: string;
  /** Above 0; of an officer never more than 1 at an instant. */
  fraction: number;
  during: Days;
  /** posting; rotation: lent, and back after returnsOn; acting: in a rank above their own. */
  kind: 'posting' | 'rotation' | 'acting';
  /** Last day of a rotation. */
  returnsOn: string | null;
  /** The unit the officer came from, for a transfer. */
  fromUnit: string | null;
}

/** Posted but not deployable: away for long, or on adjusted duties. */
export interface Absence {
  officer: string;
  kind: 'absent' | 'adjusted-duties';
  during: Days;
}

/** Full-time equivalents of a rank that a budget pays for in a borough. */
export interface Budget extends Kept {
  boroughCode: string;
  /** As published, such as "Year 1". */
  year: string;
  rank: string;
  fullTimeEquivalents: number;
}

/** A named change of the establishment, and which posts it is about: those that have all of what is not null. */
export interface EstablishmentChange {
  reference: string;
  title: string;
  /** First day it changes anything. */
  begins: string;
  /** Day by which it is to be complete. */
  completes: string;
  boroughCode: string | null;
  strand: Strand | null;
  team: string | null;
  rank: string | null;
  /** Full-time equivalents that were promised in all; null when no number was. */
  promised: number | null;
  source: string;
}

/** What a ward had under an allocation of before, handed over as numbers. */
export interface EarlierAllocation {
  /** Such as "wards with an additional officer, 2016". */
  name: string;
  asAt: string;
  boundaryVersion: BoundaryVersion;
  wardCode: string;
  officers: number;
  pcsos: number;
  source: string;
}

export interface Course {
  reference: string;
  title: string;
  /** Of which ranks and which teams it is required: of those who match each list that is not empty. */
  requiredOf: { everyone: boolean; ranks: string[]; teams: string[] };
  /** Months for which it is valid; null: for good. */
  validMonths: number | null;
  /** Who trains when it is not us. */
  externalTrainer: string | null;
  during: Days;
}

export interface Training {
  officer: string;
  /** Reference of the course. */
  course: string;
  completedOn: string;
  /** First day it is no longer valid; null: it is valid for good. */
  expiresOn: string | null;
}

/**
 * Everything a command unit's book says, with its days: one reading answers for any date. Pure: whoever may not see all
 * of a unit gets a book of what they may see, which `whole` says.
 */
export interface PostBook {
  unit: string;
  boroughs: { code: string; name: string; during: Days }[];
  /** Every ward of the unit's boroughs in every ward set, with the days of its set. */
  wards: { code: string; name: string; boroughCode: string; boundaryVersion: BoundaryVersion; during: Days }[];
  clusters: Cluster[];
  posts: Post[];
  officers: Officer[];
  postings: Posting[];
  /** null: not for the reader's eyes. */
  absences: Absence[] | null;
  budgets: Budget[];
  changes: EstablishmentChange[];
  earlier: EarlierAllocation[];
  courses: Course[];
  training: Training[];
  /** Made up for the demonstration. */
  synthetic: boolean;
  /** False when the reader sees only part of the unit: nothing is then said of what is missing. */
  whole: boolean;
}
