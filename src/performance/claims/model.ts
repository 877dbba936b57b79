import type { MonthlyFigures, PerformanceArea, Period } from '../model.ts';

/** What somebody claims of a measure. A narrative is bound to none: nothing counted could bear it out or not. */
export const CLAIM_KINDS = [
  'percentage change',
  'count',
  'lower than a baseline',
  'higher than a baseline',
  'share',
  'narrative',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What a claim is bound to, as it was entered. */
export interface ClaimBinding {
  /** Name in the catalogue of measures. */
  measure: string;
  /** The measure it is a share of, where a share is meant; null where counts are. */
  of: string | null;
  /** Word of the area: a code, or the name of a unit. */
  area: string;
  /** As a period is written: "2023-24", "rolling12:2024-10". */
  period: string;
  /** The period it is set against; null for a count and a share. */
  against: string | null;
  /** The value as it was printed, "-5.7%", "over 500"; null for lower and higher than a baseline. */
  printed: string | null;
  /** The counts printed beside it, now and before; null where there were none. */
  counts: { current: number; previous: number | null } | null;
}

/** What is written of a claim. */
export interface ClaimContent {
  words: string;
  saidBy: string;
  /** Day it was said, "2024-07-18"; null where its document bears no date. */
  saidOn: string | null;
  /** Where: the document, its date and page, such as "Merger of the pathfinder commands, July 2024, page 12". */
  document: string;
  kind: ClaimKind;
  /** null of a narrative. */
  binding: ClaimBinding | null;
  /** The vintage it was made on; null where it does not say. */
  vintage: string | null;
}

/** Who did it, and when. */
export interface Written {
  by: string;
  at: Date;
}

/** A claim of the register. */
export interface Claim extends ClaimContent {
  id: number;
  unit: string;
  /** Whether a made-up person of the demonstration entered it. */
  synthetic: boolean;
  entered: Written;
  changed: Written;
  withdrawn: (Written & { because: string }) | null;
  /** Counts its wordings, from 1. */
  version: number;
}

/** A wording that a claim had. */
export interface ClaimRevision {
  version: number;
  content: ClaimContent & { withdrawnBecause: string | null };
  changed: Written;
}

/** How a claim stands by the figures held. */
export const CLAIM_STATES = [
  'supported',
  'supported when made',
  'supported today only',
  'not supported',
  'cannot be checked',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** The figures of one vintage that a claim is set against. */
export interface ClaimFigures {
  vintage: string;
  /** The count of the period or, of a share, of the part. */
  current: number;
  /** Of the period it is set against or, of a share, of the whole; null for a count. */
  previous: number | null;
  /** Days of the two periods, the second 0 where there is none. */
  days: readonly [number, number];
  /** True where the two are shares in percent that are set against each other, instead of counts. */
  shares?: true;
}

/** How a claim stands, by which figures, and why. */
export interface ClaimFinding {
  state: ClaimState;
  /** Figures of the vintage it was made on or, where it does not say, of the one that bears it out; null where none is held. */
  made: ClaimFigures | null;
  /** The figures held now; null where there are none. */
  today: ClaimFigures | null;
  /** One or two plain sentences. */
  because: string;
}

/** A finding that was noted when it changed. */
export interface ClaimStanding extends ClaimFinding {
  /** Wording of the claim that was checked. */
  version: number;
  noted: Written;
}

/** A state that a claim came to, and when: what everybody may know of a standing. */
export interface StandingInPublic {
  state: ClaimState;
  at: Date;
}

/** A claim as readers see it. */
export interface PublishedClaim extends ClaimContent {
  claim: number;
  unit: string;
  /** Wording that was approved. */
  version: number;
  synthetic: boolean;
}

/** The periods a claim is about; the second is null for a count and a share. */
export interface ClaimPeriods {
  current: Period;
  previous: Period | null;
}

/** How a claim stands, with what it is about as it was found. */
export interface CheckedClaim {
  finding: ClaimFinding;
  /** How it stands and how far today's figures are from what was printed; for people, without a full stop. */
  stands: string;
  /** null where the claim is bound to nothing, or its area is not known. */
  area: PerformanceArea | null;
  periods: ClaimPeriods | null;
  /** Today's figures of its measure; null where it has none. */
  figures: MonthlyFigures | null;
  /** What the change it is about can bear; null where it is about no change of counts, or nothing is held. */
  bears: string | null;
}
