import type { Month } from '../../lib/calendar/month.ts';
import type { Account, OrderedBy, PostClass } from '../model.ts';
import type { Reason } from '../reasons.ts';

/**
 * Minutes of some officers in some months. promised = vacancy + available + offDuty; offDuty = leave + unrostered; available is
 * the sum of the six after it.
 */
export interface Minutes {
  promisedMinutes: number;
  /** Of the promise: posts that nobody was posted to. */
  vacancyMinutes: number;
  /** Leave, sickness and adjusted duties, in one figure; null in public where it is not told apart from what is in no roster. */
  leaveMinutes: number | null;
  /** Rostered ward duty. */
  availableMinutes: number;
  confirmedMinutes: number;
  presumedMinutes: number;
  exceptionMinutes: number;
  permittedMinutes: number;
  breachMinutes: number;
  unruledMinutes: number;
  /** What is left of the promise; below nothing where more was rostered than contracted; null where leave is not told. */
  unrosteredMinutes: number | null;
  /** Leave and what is in no roster together. */
  offDutyMinutes: number;
  /** Worked elsewhere on rest days, and as overtime: beside all of the above. */
  restDayMinutes: number;
  overtimeMinutes: number;
  /** Of the exceptions: authorised after they had begun. */
  lateMinutes: number;
  /** What would be a breach by the literal reading of 2017; null in public where it would tell officers apart. */
  literalBreachMinutes: number | null;
}

/** What minutes elsewhere count as. */
export type AwayAccount = Exclude<Account, 'confirmed' | 'presumed' | 'leave'>;

/** 'not-shown': reasons that are told together, for fewer than three officers stand behind one of them. */
export interface ReasonMinutes {
  reason: Reason | 'not-shown';
  ruling: AwayAccount;
  minutes: number;
}

/** Who ordered it, by role; 'not-said': nobody wrote it down. */
export interface OrderMinutes {
  orderedBy: OrderedBy | 'not-said' | 'not-shown';
  ruling: AwayAccount;
  minutes: number;
}

/** Shares of rostered ward duty, 0 to 1; null where nothing was rostered. */
export interface Rates {
  /** Exceptions, permitted, breaches and what is not ruled. */
  awayShare: number | null;
  breachShare: number | null;
}

/** Minutes with what is worked out from them, and what took officers away. */
export interface Tally extends Minutes, Rates {
  byReason: ReasonMinutes[];
  byOrder: OrderMinutes[];
}

/** One class of posts of one ward, or several that are only told together. */
export interface WardRow extends Tally {
  code: string;
  name: string;
  boroughCode: string;
  postClass: PostClass | 'all';
  classes: PostClass[];
  /** Different officers on ward duty; null where the reader's figures do not say. */
  officers: number | null;
}

/** Wards that are told together, because fewer than three officers stand behind each. */
export interface TogetherRow extends Tally {
  wards: { code: string; name: string }[];
  /** null: of several boroughs. */
  boroughCode: string | null;
  classes: PostClass[];
  officers: number;
}

/** A borough of a report. */
export interface AreaRow extends Tally {
  code: string;
  name: string;
}

/** A class of posts of a report, with its rates. */
export interface ClassRow extends Rates {
  code: PostClass;
  name: string;
  availableMinutes: number;
  /** Exceptions, permitted, breaches and what is not ruled. */
  awayMinutes: number;
  breachMinutes: number;
}

/** The policy that a month was ruled by, on its last day. */
export interface PolicyNamed {
  title: string;
  version: number;
  inForceFrom: string;
}

/** Minutes since April. */
export interface YearSoFar extends Tally {
  from: Month;
  to: Month;
  /** How many months of it are added up: of a ward in public, those in which it has figures of its own. */
  months: number;
  /** How many there are to add up. */
  ofMonths: number;
}

/** Reasons of one ward over a whole financial year, April to March. */
export interface WardYear {
  code: string;
  classes: PostClass[];
  /** "2026-27". */
  year: string;
  officers: number;
  byReason: ReasonMinutes[];
  byOrder: OrderMinutes[];
}

/** The monthly ring-fence report of a unit, a borough or a ward. */
export interface MonthReport {
  /** Name of the area. */
  area: string;
  areaKind: 'unit' | 'borough' | 'ward';
  /** Code of the borough or ward; null for a unit. */
  areaCode: string | null;
  unit: string;
  month: Month;
  policy: PolicyNamed;
  complete: boolean;
  /** Why it is complete or not, in a sentence. */
  completeness: string;
  /** By ward and class of posts. */
  wards: WardRow[];
  together: TogetherRow[];
  /** Empty in the report of a ward. */
  boroughs: AreaRow[];
  /** By class of posts; empty where the public figures do not tell classes apart, and of a ward in public. */
  classes: ClassRow[];
  total: Tally;
  yearSoFar: YearSoFar;
  /** Reasons of wards over the year that ends with this month: in March, once it is public. */
  wardYears: WardYear[];
  /** What is public, with when it was closed; null: live figures, which may change. */
  published: { revision: number; closedAt: string; figuresAsOf: string; hash: string } | null;
  synthetic: boolean;
}
