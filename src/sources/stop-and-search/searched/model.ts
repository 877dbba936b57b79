import type { BoundaryVersion } from '../../../geography/index.ts';
import type { Month } from '../../../lib/calendar/month.ts';

/** Sets of areas in which searches are counted by ethnicity. */
export type SearchedSet = Extract<BoundaryVersion, 'wards-2014' | 'wards-2022' | 'lsoas-2011' | 'lsoas-2021'>;

/** What each search is counted by; the words are those of vocabulary.ts, with not-stated and not-known. */
export interface SearchedBy {
  /** person, vehicle, person-and-vehicle. */
  searchType: string;
  selfDefined: string;
  officerDefined: string;
  object: string;
  outcome: string;
}

/** How many searches were alike in all of it. */
export interface SearchCount extends SearchedBy {
  searches: number;
}

export interface SearchesAsked {
  version: SearchedSet;
  /** Codes of areas of the set. */
  areaCodes: readonly string[];
  /** Whole months, both included. */
  from: Month;
  to: Month;
}

/** Searches of some months in some areas, from the lake. */
export interface SearchesFound {
  kind: 'found';
  areas: { areaCode: string; counts: SearchCount[] }[];
  /** Of the forces counted in these areas: without a location, anywhere in the force. */
  unlocated: SearchCount[];
  /** Of these forces: searches with a location, anywhere; those outside every area held are among them. */
  located: number;
  outsideEveryArea: number;
  forces: string[];
  /** Months asked for of which there are files, and those of which there is none. */
  months: Month[];
  missing: Month[];
  vintages: string[];
  files: string[];
}

/** The searches found, or one sentence that says what to import or ask. */
export type SearchesAnswer = SearchesFound | { kind: 'refused'; because: string };
