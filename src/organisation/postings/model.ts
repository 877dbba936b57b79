import type { BoundaryVersion } from '../../geography/index.ts';
import type { Absence, Days, Post, Posting } from '../post-book.ts';

/** A place that a post touches, as permissions ask about it. */
export interface Touched {
  unit: string;
  borough?: string;
  ward?: string;
}

/** A post as its forms know it. */
export interface Seat {
  id: number;
  version: number;
  unit: string;
  reference: string;
  title: string;
  rank: string;
  strand: string;
  team: string | null;
  duty: Post['duty'];
  fullTimeEquivalents: number;
  /** Codes; empty: of the unit as a whole. */
  boroughs: string[];
  /** Codes of a boundary version. */
  wards: string[];
  boundaryVersion: BoundaryVersion | null;
  wardClass: Post['wardClass'];
  expectedFilled: string | null;
  during: Days;
}

/** Somebody's posting, with its key and the version that a form saw. */
export interface HeldPosting {
  id: number;
  version: number;
  officer: { id: number; reference: string; name: string };
  /** Key of the post. */
  post: number;
  fraction: number;
  kind: Posting['kind'];
  during: Days;
  returnsOn: string | null;
  fromUnit: string | null;
}

/** An officer as the forms know them. */
export interface Member {
  id: number;
  unit: string;
  reference: string;
  name: string;
  synthetic: boolean;
  ranks: { rank: string; during: Days }[];
}

export interface HeldAbsence {
  id: number;
  version: number;
  officer: number;
  kind: Absence['kind'];
  during: Days;
}

/** An officer with everything that their page shows. */
export interface MemberInPosts {
  officer: Member;
  postings: (HeldPosting & { seat: Seat })[];
  /** null: not for the reader's eyes. */
  absences: HeldAbsence[] | null;
}
