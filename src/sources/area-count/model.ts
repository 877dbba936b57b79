import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { PolygonRings } from '../../lib/spatial/index.ts';

/** Kinds of incident that can be counted in an area. */
export const COUNTED_SOURCES = ['street', 'stop-and-search'] as const;
export type CountedSource = (typeof COUNTED_SOURCES)[number];

/** An area somebody drew: its name, and its polygons in degrees (WGS84). */
export interface DrawnArea {
  name: string;
  polygons: PolygonRings[];
}

export interface AreaCountQuestion {
  areas: readonly DrawnArea[];
  source: CountedSource;
  /** First and last month asked for; null for the first or last that is held. */
  from: Month | null;
  to: Month | null;
  /** A crime type, or an object of search, in its own words or as a key; null for all. */
  type: string | null;
  /** The vintage to count from; null for the latest that holds a type of a force's month. */
  vintage: string | null;
}

/** A file of the lake: the incidents of one force and month in one import. */
export interface LakeFile {
  /** Below the data folder. */
  path: string;
  force: string;
  month: Month;
  rows: number;
  importId: number;
  vintage: string;
  /** Name of the file it was imported from. */
  file: string;
  /** Ward sets in which the import was placed. */
  wardSets: BoundaryVersion[];
}

/** A file of the lake with what it holds and covers. */
export interface HeldFile extends LakeFile {
  /** Incidents by type. */
  types: ReadonlyMap<string, number>;
  /** The types its import is of; null when it says of every type how many there were. */
  only: ReadonlySet<string> | null;
  /** Wards that its import has figures for, by ward set. */
  wards: ReadonlyMap<BoundaryVersion, ReadonlySet<string>>;
}

/** Incidents of one type in one month inside an area. */
export interface AreaMonthType {
  month: Month;
  type: string;
  incidents: number;
}

/** What lies in one area. */
export interface CountedArea {
  name: string;
  /** null when no file covers the area in any month asked for: not known, rather than none. */
  incidents: number | null;
  /** Different anonymised points on which they lie. */
  snapPoints: number;
  types: { type: string; incidents: number }[];
  /** Every month asked for. */
  months: AreaMonth[];
  /** Months and types that have any. */
  series: AreaMonthType[];
  notes: string[];
}

/** One month of an area. */
export interface AreaMonth {
  month: Month;
  /** null when no file of the month covers the area: not known, rather than none. */
  incidents: number | null;
  /** True when a force with incidents in the area lacks this month, or the files that cover the area hold only some types. */
  isPartial: boolean;
}

/** Incidents inside drawn areas, and what they were counted from. */
export interface AreaCount {
  kind: 'counted';
  source: CountedSource;
  from: Month;
  to: Month;
  type: string | null;
  areas: CountedArea[];
  /** From which vintage months of a force are counted, the names of its files, and of which types; null for all. */
  vintages: {
    vintage: string;
    force: string;
    types: string[] | null;
    months: Month[];
    incidents: number;
    files: string[];
  }[];
  /** Months asked for of which a force that covers an area, or has incidents in one, has no file. */
  missing: { force: string; months: Month[] }[];
  /** Incidents of these months without a location, wherever they were. */
  unlocated: { month: Month; incidents: number }[];
  notes: string[];
}

/** Why nothing is counted, and what of the question it is about. */
export interface RefusedCount {
  kind: 'refused';
  because: string;
  about: 'source' | 'vintage' | 'months' | 'type';
}

export type AreaCountAnswer = AreaCount | RefusedCount;
