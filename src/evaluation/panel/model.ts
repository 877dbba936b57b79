import type { Month } from '../../lib/calendar/month.ts';
import type { Comparison, Panel } from '../../lib/causal/index.ts';

/** A measure for one area, month by month, as it is given out. */
export interface AreaFigures {
  /** Name in the catalogue of measures. */
  measure: string;
  /** Official code. */
  area: string;
  firstMonth: Month;
  /** One value a month; null where there is none. */
  values: readonly (number | null)[];
  /** Months that have a value which is not given out, and so is null. */
  hidden?: readonly Month[];
}

/** An area of the charter's boundary version. */
export interface EvaluatedArea {
  code: string;
  name: string;
}

/** Which areas a charter compares with. */
export interface ComparisonAreas {
  /** Codes of the comparison areas, in the order of the boundary version; adjoining ones included. */
  donors: readonly string[];
  /** Areas that share a border with a treated one, whether compared with or not. */
  adjoining: readonly string[];
  excluded: readonly { area: string; because: string }[];
}

/** One outcome of one treated group beside its comparison areas; transition months are left out. */
export interface OutcomePanel {
  /**
   * Treated areas first, in the charter's order, then the comparison areas; values are logs of counts, or rates per 1,000, with
   * the residents (or what else rates are of) as sizes.
   */
  panel: Panel;
  /** How many of the units are treated. */
  treated: number;
  /** Index of the first month after the transition. */
  start: number;
  /** 'log': areas together are the log of their average count; 'rate': the rate of all their residents together. */
  scale: 'log' | 'rate';
  /** Units × times, as counted (crimes). */
  counts: readonly (readonly number[])[];
  /** What the estimators are given. */
  comparison: Comparison;
  /** Comparison areas of which no figures are held at all. */
  withoutFigures: readonly string[];
}

/** A panel, or why there is none: one sentence. */
export type PanelAnswer = { kind: 'panel'; panel: OutcomePanel } | { kind: 'refused'; because: string };
