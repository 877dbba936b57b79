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
  /** Source categories it sums: exact keys, or a prefix ending in "*" such as "mps/*". */
  categories: string[];
  publisher: string;
}

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
  /** Files the values came from. */
  files: string[];
  firstMonth: Month;
  /** null where the vintage has no value for the month. */
  values: (number | null)[];
  /** Months that keep their value but seem to lack much of what happened: see doubtful-months.ts. */
  doubtful: Month[];
  /** First month of a ward series that lies before its wards existed was recounted by the publisher (or here). */
  backCast: boolean;
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
