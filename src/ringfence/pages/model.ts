import type { Month } from '../../lib/calendar/month.ts';
import type { RecordedBefore } from '../before/model.ts';
import type { MonthReport, WardYear } from '../reports/model.ts';

/** What an address of the report names; null for what it leaves out. */
export interface ReportAsked {
  month: string | null;
  /** Code or name. */
  borough: string | null;
  ward: string | null;
}

/** One month of the report's area, for its chart. */
export interface MonthTold {
  month: Month;
  /** Minutes of rostered ward duty, and how many of them were spent elsewhere. */
  availableMinutes: number;
  awayMinutes: number;
  complete: boolean;
}

export interface PlaceChoice {
  code: string;
  name: string;
  borough?: string;
}

/** The public report of a month, or what there is instead of it. */
export interface ReportPageModel {
  unit: { name: string; boroughs: string[] };
  /** What the page is about: a unit, a borough or a ward. */
  area: { kind: 'unit' | 'borough' | 'ward'; name: string; code: string | null };
  boroughs: readonly PlaceChoice[];
  wards: readonly PlaceChoice[];
  /** Months with a report of the unit, the latest first. */
  closed: readonly Month[];
  /** The month shown; null where there is none at all. */
  month: Month | null;
  /** null for a month before the ledger, and where no month is closed. */
  report: MonthReport | null;
  /** Every closed month of the area, the first first. */
  told: readonly MonthTold[];
  /** What was recorded of the area before the ledger; for a ward that of its borough; null where nothing is imported. */
  before: RecordedBefore | null;
  /** For a ward: its borough's report of the month, whose reasons stand for it; else null. */
  boroughReport: MonthReport | null;
  /** For a ward: its reasons over the last financial year that they are told of; null where there is none. */
  wardYear: WardYear | null;
}
