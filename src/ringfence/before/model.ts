import type { Month } from '../../lib/calendar/month.ts';
import type { DatastoreType } from '../reasons.ts';

/** What officers were away for, in the words of the force's own table; other: a type that has no measure of its own. */
export type AwayType = Exclude<DatastoreType, 'Not Abstracted'> | 'Other';

/** Minutes of one month as the force's table has them. It names no event, order or reason, so nothing of it is ruled. */
export interface MonthBefore {
  month: Month;
  /** On duty in all: not abstracted and abstracted. */
  minutes: number;
  notAbstracted: number;
  /** Minutes away, by type in the table's order; types of none left out. */
  away: readonly { type: AwayType; minutes: number }[];
  /** The file seems to lack some of it. */
  doubtful: boolean;
  /** The publications that it is of: one for a borough, and as many as its boroughs need for a unit. */
  vintages: readonly string[];
  /** Names of the boroughs that it is summed over. */
  boroughs: readonly string[];
  /** Names of the boroughs of the unit that no publication has the month of: then it is of a part of the unit only. */
  lacking: readonly string[];
}

/** The files of one import, whose months may be compared with each other. */
export interface Publication {
  vintage: string;
  files: readonly string[];
}

export interface BoroughBefore {
  code: string;
  name: string;
  /** Months that have every figure, in order, each of the newest publication that has it. */
  months: readonly MonthBefore[];
}

/** What was recorded before the ledger: shown beside it, never ruled, and never added to it. */
export interface RecordedBefore {
  boroughs: readonly BoroughBefore[];
  /** Months that any borough of the unit has, summed over those that have it. */
  together: readonly MonthBefore[];
  /** Those that months here are of, the newest first. */
  publications: readonly Publication[];
  synthetic: boolean;
}
