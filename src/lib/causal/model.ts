/** Outcomes of several units at equally spaced times, none missing. */
export interface Panel {
  /** Names, each once. */
  units: readonly string[];
  /** Names of the times, in order: "2016-04", "1989". */
  times: readonly string[];
  /** Units × times; finite. Logs, rates or levels: the estimators take them as they are. */
  values: readonly (readonly number[])[];
  /** What each unit counts for where units are averaged, such as the residents that a rate is of, > 0; all alike if left out. */
  sizes?: readonly number[];
}

/** Estimators, by the names under which they are published. */
export type Method = 'did' | 'sc' | 'difp' | 'sdid';

/**
 * How weights are found: 'exact' solves its quadratic programme to a duality gap that is shown; 'as published' stops where
 * the reference package of the paper stops, to reproduce a printed figure.
 */
export type Mode = 'exact' | 'as published';

/** What one treated series is compared with. */
export interface Comparison {
  /** The treated outcome: several treated units are averaged, never summed. Length T. */
  treated: readonly number[];
  /** Comparison units × T. */
  donors: readonly (readonly number[])[];
  /** Index of the first treated time: 1 ≤ start < T. */
  start: number;
  /** Treated units behind the average, ≥ 1; the regularisation of 'sdid' grows with it. */
  treatedUnits: number;
}

/** An estimate with everything it is made of. */
export interface Fit {
  method: Method;
  mode: Mode;
  /** Mean effect over the treated times, in the units of the outcome. */
  estimate: number;
  /** One weight for each comparison unit, ≥ 0, summing to 1. */
  unitWeights: readonly number[];
  /** One weight for each time before the start, ≥ 0, summing to 1; null where the method has none ('sc'). */
  timeWeights: readonly number[] | null;
  /** Treated minus comparison (and its fixed difference, where the method has one), each time; length T. */
  gaps: readonly number[];
  /** Root of the mean squared gap before the start; of gaps about their mean where the method allows a fixed difference. */
  preRmspe: number;
  /** The largest duality gap of its quadratic programmes, relative to their objective's scale; 0 where it has none. */
  dualityGap: number;
}

/** What came of pretending that other units were treated. */
export interface Placebo {
  /** Indexes of the units that are taken as treated. */
  group: readonly number[];
  /** What each of them counts for in their average, summing to 1; all alike if left out. */
  shares?: readonly number[];
  estimate: number;
  /** As of a {@link Fit}, but no less than a millionth of the donors' noise, so that rounding ranks no group. */
  preRmspe: number;
  /** Root mean squared gap after the start over {@link preRmspe}. */
  ratio: number;
  /** Estimate over {@link preRmspe}: signed, for questions of one side. */
  standardised: number;
  /** Length T. */
  gaps: readonly number[];
  /** One weight for each unit of the panel, 0 for those that were not its donors. */
  weights: readonly number[];
}
