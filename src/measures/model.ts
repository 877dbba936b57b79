import type { BoundaryVersion } from '../geography/index.ts';
import type { Month } from '../lib/calendar/month.ts';

/**
 * A named quantity that areas have, month by month or once. It sums source categories; pages and
 * computations know measures only, never a source's own columns.
 */
export interface Measure {
  /** Such as "recorded-crime"; used in addresses, files and on the command line. */
  name: string;
  title: string;
  /** One plain sentence. */
  definition: string;
  unit: string;
  /** Whether more of it is worse, better or neither. */
  polarity: 'more is worse' | 'more is better' | 'neither';
  /** How often there is a value; it stands at the last month of its quarter or year, or at the month it was taken. */
  every: 'month' | 'quarter' | 'year' | 'once';
  /** Whether the values of parts add up to that of the whole, as counts do and shares, ranks and averages do not. */
  adds: boolean;
  /** Measure by which rates are made, such as "residents"; null where a rate makes no sense. */
  denominator: string | null;
  /**
   * Source categories it sums: exact keys, or a prefix ending in "*" such as "mps/*". They may come from several
   * datasets (what stands before the first "/"), which never add: one of them makes the series, the first that covers most.
   */
  categories: string[];
  /** For what no publication counts: how it is made of other measures, LSOA by LSOA. */
  derivedFrom?: Derivation;
  publisher: string;
}

/** Those of a count who live in marked LSOAs: residents of LSOAs among the most deprived fifth. */
export interface Derivation {
  /** Measure that is counted, such as "residents"; it adds. */
  count: string;
  /** Measure that is 1 for a marked LSOA and 0 for another; the value stands at the month of the mark. */
  mark: string;
}

/**
 * Where the value of a month comes from: the source's own figure for the area; the same for a month before the area
 * existed, for which the publisher counted anew; points of incidents placed in the area here; figures of LSOAs summed by
 * a best-fit lookup; figures of all wards of a borough; or the demonstration.
 */
export type Origin =
  | 'published'
  | 'published, back-cast'
  | 'counted from incidents'
  | 'LSOA best fit'
  | 'summed over wards'
  | 'made up';

/** A run of one source category for one area, as an importer produced it. */
export interface CategorySeries {
  /** Source category key: source, "/", slug; such as "mps/burglary/residential" or "street/drugs". */
  category: string;
  areaCode: string;
  boundaryVersion: BoundaryVersion | 'unplaced';
  /** Who published the counts, such as "mps", "metropolitan" or "btp": publishers add up, vintages never do. */
  publisher: string;
  firstMonth: Month;
  /** One value a month from firstMonth on; null where the source has none. */
  values: (number | null)[];
}

/** Total an import holds for one month and kind of area, by which a file that lacks much of a month is known. */
export interface MonthCoverage {
  month: Month;
  publisher: string;
  boundaryVersion: BoundaryVersion | 'unplaced';
  total: number;
}

/** A measure for one area as shown: one vintage, months without gaps in the index. */
export interface Series {
  measure: string;
  areaCode: string;
  boundaryVersion: BoundaryVersion;
  vintage: string;
  /** True for the demonstration's made-up figures. */
  synthetic: boolean;
  /** Files the values came from, those of lookups included. */
  files: string[];
  firstMonth: Month;
  /** null where the vintage has no value for the month. */
  values: (number | null)[];
  /** Where each value comes from, parallel to the values; null where there is none. */
  origins: (Origin | null)[];
  /** Months that keep their value but seem to lack much of what happened: see doubtful-months.ts. */
  doubtful: Month[];
  /** True when the publisher counted months anew for wards that did not exist yet; only of monthly figures of wards. */
  backCast: boolean;
  /** Set of areas whose figures were summed, where the source has none of this one; null for figures of the area itself. */
  convertedFrom: BoundaryVersion | null;
  /** Files of the lookups by which it was converted, which are among its files too; none where none was needed. */
  lookups?: readonly string[];
  /**
   * Other vintages that hold, for any of the areas asked, what this one does not: months before its first or after its
   * last or, of what is not monthly, another edition; the one that goes furthest back first. Left out when there is none.
   * So a page can say "April 2010 to January 2024 are held in vintage X". Only series that were chosen have it.
   */
  otherVintages?: readonly OtherVintage[];
  /** Months that have a value which is not given out to who asks, and so is null; left out where there are none. */
  hidden?: readonly Month[];
}

/** A vintage other than the one shown that holds figures of the same measure. */
export interface OtherVintage {
  vintage: string;
  /** First and last month with a value, for any of the areas asked. */
  from: Month;
  to: Month;
}

/** A month that an import gives up to a more complete file of its vintage, for the areas that both hold. */
export interface GivenUpMonth {
  importId: string;
  boundaryVersion: BoundaryVersion | 'unplaced';
  publisher: string;
  month: Month;
  /** Over the areas that both hold. */
  total: number;
  /** File that is used instead. */
  by: string;
  byTotal: number;
}

/** A table of harm weights as its owner supplies it; tables are never mixed. */
export interface HarmWeightTable {
  version: string;
  source: string;
  weights: { offence: string; weight: number }[];
}
