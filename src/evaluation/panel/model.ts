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

/** Who is compared with whom, for one treated group. */
export interface ComparisonAreas {
  /** Codes of the comparison areas, in the order of the boundary version. */
  donors: readonly string[];
  /** Those of them, or of the excluded, that share a border with an area of the group. */
  adjoining: readonly string[];
  excluded: readonly { area: string; because: string }[];
}

/** One outcome of one treated group beside its comparison areas, transition months left out. */
export interface OutcomePanel {
  /** Treated areas first, in the charter's order, then the comparison areas; y on the outcome's scale. */
  panel: Panel;
  /** How many of the units are treated. */
  treated: number;
  /** Index of the first month after the transition. */
  start: number;
  /** Units × months, as counted (crimes), in the order of {@link panel}. */
  counts: readonly (readonly number[])[];
  /** What the estimators are given: treated units averaged before any log is taken. */
  comparison: Comparison;
}

/** A panel, or why there is none: one sentence. */
export type PanelAnswer = { kind: 'panel'; panel: OutcomePanel } | { kind: 'refused'; because: string };
