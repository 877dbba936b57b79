import type { Month } from '../../lib/calendar/month.ts';
import type {
  AssuranceIcon,
  ImprovementDirection,
  Limits,
  Mark,
  PointType,
} from '../../lib/statistics/control-charts/index.ts';
import type { Surge } from '../../lib/statistics/surges/index.ts';
import type { MonthlyFigures } from '../model.ts';

/**
 * What is drawn: single values with moving-range limits (xmr), rates with a denominator of their own (u), or months without
 * any between months with some, for what is rare (g).
 */
export type ChartKind = 'xmr' | 'u' | 'g';

/** A point of a chart, in the order of time; one for each month shown, but for a g-chart, which has one for each month with any. */
export interface ChartPoint {
  /** The month; of a quarterly measure its last. */
  month: Month;
  /** What is drawn: the figure, or with the year's cycle taken out, or the rate, or the months without any before it; null where there is none. */
  value: number | null;
  /** The figure as recorded. */
  recorded: number | null;
  /** The month's usual share of the average month, such as 1.12 in May; null where no cycle is taken out. */
  monthFactor: number | null;
  /** Part of the months its stretch takes centre and limits from. */
  baseline: boolean;
  /** Whether a mark here would count; not in a baseline that later months are judged by, and never a doubtful month. */
  judged: boolean;
  doubtful: boolean;
  /** Lines at this point; null where its stretch is too short for any. The lower line is null where nothing could lie below it. */
  lines: ChartLines | null;
  /** The special cause by the NHS rules; null for an ordinary point and for one that is not judged. */
  mark: Mark | null;
  type: PointType;
  /** Outside the wider limits too, which hold their designed rate of false alarms: what the words speak of. */
  clear: boolean;
  /** What is rare came more often than usual, in the month or in the twelve up to it; left out on other charts. */
  surge?: Surge | null;
}

export interface ChartLines extends Omit<Limits, 'lower' | 'lowerTwoThirds'> {
  lower: number | null;
  lowerTwoThirds: number | null;
  /** Limits widened until false alarms are as rare as they were designed to be. */
  wideLower: number | null;
  wideUpper: number;
}

/** Months between two step changes, with one baseline. */
export interface ChartSegment {
  from: Month;
  to: Month;
  /** Months the lines are taken from; null where there are too few. */
  baseline: { from: Month; to: Month; points: number } | null;
  lines: ChartLines | null;
  /** Why it begins here, as entered with the step change; null for the first. */
  because: string | null;
}

/** How often such a chart marks something although nothing changed. */
export interface FalseAlarmRate {
  /** Chance of at least one mark in all the months judged, 0 to 1. */
  chart: number;
  /** What it may be as well, since the autocorrelation is estimated: the ends of a range of 95 %. */
  atLeast: number;
  atMost: number;
  /** The same for one month, were the months alike. */
  perMonth: number;
  /** Points judged. */
  judged: number;
  /** Lag-one autocorrelation of the months up to the end of the baseline, corrected for the blocks it is taken in. */
  autocorrelation: number;
  /** Months it is taken from. */
  history: number;
  /** The chance the wider limits were designed for. */
  designed: number;
  /** How many times as far from the centre the wider limits are. */
  widening: number;
}

/** A control chart of one measure of one area, ready to be drawn; a table with every point always stands behind it. */
export interface ControlChart {
  kind: ChartKind;
  measure: string;
  /** Of the values drawn: "offences a month", "offences a 1,000 residents", "months without any before it". */
  unit: string;
  figures: Pick<MonthlyFigures, 'area' | 'vintage' | 'synthetic' | 'files' | 'origins' | 'backCast'>;
  from: Month;
  to: Month;
  improvement: ImprovementDirection;
  points: ChartPoint[];
  /** In order; they touch. */
  segments: ChartSegment[];
  /** Null where nothing is judged. */
  falseAlarms: FalseAlarmRate | null;
  /** Whether the year's cycle was taken out, and the evidence: null where there were not three full years to tell. */
  season: { adjusted: boolean; years: number; pValue: number } | null;
  /** The NHS names of its two icons; that of variation says where it may be chance. */
  icons: { variation: string; assurance: AssuranceIcon | null } | null;
  /** The title: "Islington: nothing out of the ordinary in any month." */
  finding: string;
  /** How limits were set, the false-alarm rate, the season, doubtful months: one sentence each. */
  remarks: string[];
}

/** A month from which the process is known to be another one: a changed definition, a new system. */
export interface StepChange {
  month: Month;
  reason: string;
}

/** Months that limits are to be taken from, instead of the first 24 of their stretch. */
export interface HeldLimits {
  from: Month;
  to: Month;
  reason: string;
}

export interface ChartSettings {
  /** First and last month shown; null: the latest five years or so, and the last month there is. */
  from: Month | null;
  to: Month | null;
  stepChanges: readonly StepChange[];
  heldLimits: readonly HeldLimits[];
  /** A level to be reached, in the unit of the figures; null: none. */
  target: number | null;
}

export type ChartEntryKind = 'step change' | 'held limits';

/** A step change, or the months limits are taken from, as somebody entered it for one measure of one area. */
export interface ChartEntry {
  id: number;
  unit: string;
  /** Where the area lies; null for one of several boroughs, and for what is no ward. */
  boroughCode: string | null;
  wardCode: string | null;
  measure: string;
  /** The area's word. */
  area: string;
  kind: ChartEntryKind;
  from: Month;
  /** Last month limits are taken from; null for a step change. */
  to: Month | null;
  reason: string;
  /** Entered by the made-up people of the demonstration: it holds for made-up figures only. */
  synthetic: boolean;
  entered: { by: string; at: Date };
  withdrawn: { by: string; at: Date; because: string } | null;
}
