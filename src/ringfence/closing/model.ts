import type { Month } from '../../lib/calendar/month.ts';
import type { LedgerLine, PostClass } from '../model.ts';
import type { ClassRow, Minutes, OrderMinutes, PolicyNamed, ReasonMinutes, WardYear } from '../reports/model.ts';

/** Fewer people than this are never told of apart from others: whoever is one of them, two more remain. */
export const FEWEST_OFFICERS = 3;

/** Posts of one class in one ward: the smallest thing a figure can be about. */
export interface PublicCell {
  code: string;
  name: string;
  boroughCode: string;
  postClass: PostClass;
}

/**
 * Officers whose minutes are public as one sum and never otherwise: of a ward, of a class in it, or of several wards. No
 * officer's minutes of a ward are in two groups; everything that is public of a month is worked out from groups.
 */
export interface PublicGroup {
  cells: PublicCell[];
  /** null: of several boroughs. */
  boroughCode: string | null;
  /** Different officers with a quarter of a contracted month of ward duty or more: none, or at least FEWEST_OFFICERS. */
  officers: number;
  /** Closing day whose figures these are, "2026-11-10". */
  asOf: string;
  /** Number of the last line of the ledger that is in them; 0: none is. */
  through: number;
  minutes: Minutes;
}

/** What is told of a borough or the unit and does not follow from its groups; null or empty: it would tell officers apart. */
export interface AreaTold {
  leaveMinutes: number | null;
  /** As first closed. */
  literalBreachMinutes: number | null;
  /** As first closed. */
  classes: ClassRow[];
}

/** A borough: what is told of it, and its reasons as first closed, of as many officers as may be told. */
export interface PublicReasons extends AreaTold {
  boroughCode: string;
  name: string;
  byReason: ReasonMinutes[];
  byOrder: OrderMinutes[];
}

/** All that is public of a unit's month: a closing puts it away, and it never changes. */
export interface PublicMonth {
  format: 'wardroom-ringfence-month-1';
  unit: string;
  month: Month;
  /** Closing day it was made for. */
  asOf: string;
  /** Number of the last line of the month's ledger when it was made; 0: there was none. */
  through: number;
  policy: PolicyNamed & { presumedShare: number };
  groups: PublicGroup[];
  reasons: PublicReasons[];
  whole: AreaTold;
  /** In March: reasons of wards over the financial year, as first closed. */
  wardYears: WardYear[];
  /** Whether fewer than three officers in all are in no figure. */
  leavesOut: boolean;
  synthetic: boolean;
}

/** A line of the ledger as closing reads it. */
export interface ClosingLine
  extends Pick<LedgerLine, 'account' | 'reason' | 'orderedBy' | 'late' | 'minutes' | 'postClass'> {
  wardCode: string;
  /** null: the name was no longer needed; then nothing more is published of its month. */
  officer: number | null;
  /** Number in the ledger: lines that are added later have higher ones. */
  id: number;
}
