import type { MonthReport, WardYear } from '../reports/model.ts';

/** What was recorded before the ledger, in a sentence. */
export interface BeforeSaid {
  sentence: string;
  synthetic: boolean;
}

/** What a ward's page shows of where its officers were. */
export interface WardHere {
  /** Public months, the latest first, at most twelve. */
  months: readonly MonthReport[];
  /** Its borough's report of the latest of them. */
  borough: MonthReport | null;
  /** Its own reasons over a financial year, where they may be told. */
  wardYear: WardYear | null;
  /** Of its borough. */
  before: BeforeSaid | null;
}

/** What the page of the unit shows of it. */
export interface UnitHere {
  /** The latest public month. */
  report: MonthReport | null;
  before: BeforeSaid | null;
}
