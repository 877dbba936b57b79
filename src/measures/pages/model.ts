import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { Completeness, MeasureHeld } from '../completeness/completeness-report.ts';
import type { FoundInFile } from '../completeness/reasons-for-doubt.ts';
import type { Measure, Series } from '../model.ts';
import type { Revision } from '../revisions/revisions-between.ts';
import type { RevisionSum } from '../revisions/sum-revisions.ts';

/** The command unit that pages name. */
export interface UnitNamed {
  name: string;
  boroughs: string[];
}

/** A measure in the list of all, with the months of the vintage imported last; null where it is made of others. */
export interface ListedMeasure {
  measure: Measure;
  from: Month;
  to: Month;
  vintage: string | null;
  /** How many other vintages hold it. */
  otherVintages: number;
  boundaryVersions: readonly BoundaryVersion[];
  doubtfulMonths: number;
}

export interface CataloguePageModel {
  unit: UnitNamed;
  held: ListedMeasure[];
  /** Measures of which no file is held. */
  others: Measure[];
  synthetic: boolean;
}

/** An area that can be chosen: one, or the boroughs of the unit together. */
export interface AreaChoice {
  /** As the address has it: a code, or "boroughs". */
  word: string;
  name: string;
}

/** The series of one area as shown, with why months are doubtful and what changed since another vintage. */
export interface ShownArea {
  area: { code: string; name: string; version: BoundaryVersion };
  series: Series;
  /** Reason by month, for the doubtful ones. */
  because: ReadonlyMap<Month, string>;
  /** Figures of a borough against those of its wards; null where not both are held. */
  reconciliation: Completeness['reconciliation'];
  findings: FoundInFile[];
  /** Figures of categories in months in which they were not in use. */
  outsidePeriods: Completeness['outsidePeriods'];
}

/** What changed of one area between two vintages. */
export interface AreaRevisions {
  area: string;
  total: RevisionSum;
  years: RevisionSum[];
  largest: Revision[];
}

export interface MeasurePageModel {
  unit: UnitNamed;
  measure: MeasureHeld;
  /** Title of the measure by which rates are made; null where a rate makes no sense. */
  denominator: string | null;
  place: AreaChoice;
  choices: AreaChoice[];
  /** Vintages that hold it, the latest imported first. */
  vintages: string[];
  /** The one the reader chose; null for none. */
  vintageAsked: string | null;
  /** One for each area that has figures. */
  shown: ShownArea[];
  /** null where no other vintage can be set beside the one shown. */
  revisions: { from: string; to: string; areas: AreaRevisions[] } | null;
  /** Whether months of any area have figures that are not given out. */
  hidden: boolean;
  /** Whether these figures are given out as files. */
  publishable: boolean;
}
