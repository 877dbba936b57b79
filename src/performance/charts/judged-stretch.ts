import type { Mark, PointType } from '../../lib/statistics/control-charts/index.ts';
import type { ChartLines, ChartSegment } from './model.ts';

/** What is found of one month of a stretch. */
export interface Finding {
  lines: ChartLines | null;
  mark: Mark | null;
  type: PointType;
  baseline: boolean;
  judged: boolean;
  clear: boolean;
}

/** How often such a stretch marks something although nothing changed. */
export interface StretchAlarms {
  chance: number;
  /** Ends of a range of 95 % for that chance. */
  atLeast: number;
  atMost: number;
  judged: number;
  autocorrelation: number;
  /** Months that autocorrelation and scatter are taken from. */
  history: number;
  widening: number;
}

/** A stretch with what was found of each of its months, in order. */
export interface JudgedStretch {
  findings: Finding[];
  baseline: ChartSegment['baseline'];
  lines: ChartLines | null;
  /** Null where nothing is judged. */
  alarms: StretchAlarms | null;
}

export const NOT_JUDGED: Finding = {
  lines: null,
  mark: null,
  type: 'common cause',
  baseline: false,
  judged: false,
  clear: false,
};
