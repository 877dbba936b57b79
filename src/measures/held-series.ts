import type { Month } from '../lib/calendar/month.ts';
import type { CategorySeries } from './model.ts';

/** A run of one source category as held: which import it came with. */
export interface HeldSeries extends CategorySeries {
  importId: string;
}

/** One import of a vintage. */
export interface UsableImport {
  importId: string;
  file: string;
  /** True when its figures are incidents placed in areas here, not figures that the source publishes of areas. */
  countedHere?: boolean;
  /** Publisher → months in which the file seems to lack much of what happened. */
  doubtful: ReadonlyMap<string, readonly Month[]>;
}

/** Months of some areas for which another import of the vintage is the complete one. */
export interface UnusedMonths {
  importId: string;
  publisher: string;
  areaCodes: readonly string[];
  months: readonly Month[];
}

/** What an import has of some categories for some areas: of each of them a first and a last month with a value. */
export interface Extent {
  importId: string;
  categories: string[];
  areaCodes: string[];
  first: Month;
  last: Month;
}
