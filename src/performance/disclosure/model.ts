import type { Month } from '../../lib/calendar/month.ts';

/** The months of a measure in an area of the tables that are decided together. */
export interface DecidedSeries {
  measure: string;
  level: 'ward' | 'borough' | 'force';
  areaCode: string;
  /** Of a ward, the borough it lies in; null for a borough and a force. */
  boroughCode: string | null;
  firstMonth: Month;
  /** Whole counts; null where there is none. */
  values: readonly (number | null)[];
  /** Whether it counts few people, so that rules may call its counts sensitive. */
  fewPeople: boolean;
  /** Where everybody can read or count them already; null where nobody can. */
  alreadyPublic: string | null;
}

/** A measure that is the sum of others, in every area and month. */
export interface Partition {
  total: string;
  parts: readonly string[];
}

/** What of some series is not given out. */
export interface HiddenCells {
  /** Months that are not given out, by {@link seriesKey}. */
  months: ReadonlyMap<string, ReadonlySet<Month>>;
  /** First months of financial years whose sums are not given out, by {@link seriesKey}. */
  years: ReadonlyMap<string, ReadonlySet<Month>>;
  /** Series that were decided, by {@link seriesKey}: of any other about few people nothing is given out. */
  decided: ReadonlySet<string>;
  /** Sensitive counts that what is public already gives away; hidden all the same. */
  unprotected: number;
}

/** What tells one series of the tables from any other. */
export const seriesKey = (measure: string, areaCode: string): string => `${measure} ${areaCode}`;
