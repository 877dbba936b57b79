import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';

/** What an import would change against what is held, for the command unit's boroughs and wards. */
export interface ImportChanges {
  /** Files of the command that are held already under its vintage. */
  heldAlready: number;
  /** Measures whose months, values or vintage would change, by set of areas. */
  measures: MeasureChange[];
  /** Months that a file gives up to a fuller one of the same vintage, and did not before. */
  givenUp: { file: string; by: string; months: Month[] }[];
  /** Boundaries, lookups and weights that the command brings: what each replaces, null when there was none. */
  replaced: { what: string; before: string | null }[];
}

/** How one measure would change for one set of areas. */
export interface MeasureChange {
  measure: string;
  title: string;
  boundaryVersion: BoundaryVersion;
  /** Months that would be shown and are not now. */
  newMonths: Month[];
  /** Months that are shown now and would not be. */
  lostMonths: Month[];
  /** Months shown before and after in which some area's value changes. */
  changedMonths: Month[];
  /** How many values change: areas times months. */
  changedValues: number;
  /** The largest of these changes, at most three. */
  largest: { areaCode: string; areaName: string; month: Month; before: number | null; after: number | null }[];
  /** Vintages shown, usually one. */
  vintagesBefore: string[];
  vintagesAfter: string[];
}
