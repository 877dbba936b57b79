import type { BoundaryVersion } from '../geography/index.ts';
import type { Month } from '../lib/calendar/month.ts';
import type { Measure, Origin } from '../measures/index.ts';

/** What an area whose performance is shown is. */
export type PerformanceAreaKind = 'force' | 'unit' | 'borough' | 'cluster' | 'ward' | 'lsoa';

/** An area whose figures are shown: one official area, or several of one set whose counts are summed. */
export interface PerformanceArea {
  /** Word for addresses and the command line: an official code, or the name of a unit or cluster. */
  word: string;
  name: string;
  kind: PerformanceAreaKind;
  boundaryVersion: BoundaryVersion;
  /** Official areas whose figures are its own; one, but for a unit and a cluster. */
  areaCodes: readonly string[];
  /** Borough it lies in; null for a borough, unit or force. */
  boroughCode: string | null;
  boroughName: string | null;
}

/** The place a person named. */
export type FoundPerformanceArea =
  | { kind: 'area'; area: PerformanceArea }
  /** One plain sentence, and words that may have been meant. */
  | { kind: 'refused'; because: string; near: readonly { word: string; name: string }[] };

/** A measure for one performance area, month by month; sums over its official areas where it has several. */
export interface MonthlyFigures {
  measure: string;
  area: PerformanceArea;
  vintage: string;
  /** True for the demonstration's made-up figures. */
  synthetic: boolean;
  /** Files the values came from, in alphabetical order. */
  files: readonly string[];
  firstMonth: Month;
  /** One value a month; null where the vintage has none for any of the areas. */
  values: readonly (number | null)[];
  /** Where the values come from, each once. */
  origins: readonly Origin[];
  /** Months that keep their value but seem to lack much of what happened, in any of the areas. */
  doubtful: readonly Month[];
  /** True when the publisher counted months anew for wards that did not exist yet. */
  backCast: boolean;
  /** Months that have a value which is not given out to who asks, and so is null; left out where there are none. */
  hidden?: readonly Month[];
  /** Sums of financial years that are given out though months of theirs are not. */
  years?: readonly { from: Month; to: Month; count: number }[];
}

/** Whole months, both included. */
export interface Period {
  from: Month;
  to: Month;
  /** As asked: "2023-24", "ytd:2023-12", "rolling12:2024-03", "2023-04..2024-03". */
  asked: string;
  /** For people: "April 2023 to March 2024". */
  label: string;
  /** Days in it, the leap day included. */
  days: number;
}

/** A row of a set: a measure under the name it is printed by. */
export interface SetRow {
  /** Name in the catalogue of measures, such as "personal-robbery". */
  measure: string;
  /** As printed, such as "Theft Of Motor Vehicle". */
  printed: string;
}

/** Measures in named, ordered groups, as they were agreed from a day on. */
export interface MeasureSet {
  /** Such as "public-space". */
  name: string;
  title: string;
  /** 1 for the first; a later version begins on a later day. */
  version: number;
  /** First day on which this version is in force. */
  from: string;
  /** Who agreed it, or where it was published. */
  source: string;
  groups: readonly { title: string; rows: readonly SetRow[] }[];
}

export type Direction = 'up' | 'down' | 'level';

/**
 * What a change can bear: larger than what years there usually bring, or, where earlier years are too few or none, than chance
 * alone would; not; or too small to be judged.
 */
export type Verdict = 'clear' | 'could be chance' | 'too few' | 'no figures';

/** What all boroughs of the force together did in the same months. */
export interface ForceWide {
  current: number;
  previous: number;
  percentChange: number | null;
  /** Files it is summed from, in alphabetical order: those of wards and of boroughs do not agree to the last crime. */
  files: string[];
}

/**
 * One measure in two periods. Figures are null where the measure has none, and `missing` says why. Two tests stand beside
 * each other and are never mixed: on the counts alone, and on daily rates with the area's own overdispersion.
 */
export interface ComparisonRow {
  /** The printed name. */
  measure: string;
  /** Name in the catalogue. */
  measureName: string;
  group: string;
  current: number | null;
  previous: number | null;
  /** Current less previous, whatever the days: not shown where the periods have different numbers of months. */
  change: number | null;
  /**
   * Of the counts; of what there was per day where the periods have different numbers of months (`compares` says which). To
   * one decimal, rounded half away from zero; null on a zero base.
   */
  percentChange: number | null;
  /** Of the same as the percentage. */
  direction: Direction | null;
  polarity: Measure['polarity'];
  /** Days in the current and in the previous period. */
  days: [number, number];
  /**
   * Exact, conditional, central, two-sided, of equal counts, unadjusted: a leap day is not allowed for. Where the periods
   * have different numbers of months, of equal daily rates.
   */
  pValue: number | null;
  /**
   * 95 % of current ÷ previous, of the same as `pValue`; the upper end is null where it is without limit.
   */
  ratioInterval: [number, number | null] | null;
  /**
   * Of equal daily rates, with the dispersion below. Null, as all that belongs to it, where no earlier years can tell, and
   * where the periods differ in length or months of the year.
   */
  dispersedPValue: number | null;
  /** 95 % of the ratio of daily rates. */
  dispersedInterval: [number, number | null] | null;
  /** How many times more variable than Poisson counts the change between two such periods is; at least 1. */
  dispersion: number | null;
  degreesOfFreedom: number | null;
  /** Where the dispersion was estimated: "12 earlier years of Islington", "2 earlier years of 32 boroughs". */
  dispersionFrom: string | null;
  /**
   * Expected share of false ones among rows called clear, were the line drawn at this one (Benjamini–Hochberg, over the
   * rows that are not too few and whose earlier years are enough to judge by); null for every other row.
   */
  falseDiscovery: number | null;
  smallNumbers: boolean;
  doubtful: Month[];
  forceWide: ForceWide | null;
  /** The vintage both periods are read from. */
  vintage: string | null;
  /** Said, never refused: the publisher counted months of either period again for wards that did not exist yet. */
  backCast: boolean;
  /** Why there are no figures; null when there are. */
  missing: string | null;
  /** By the second test; by the first where earlier years are too few or none, and the words say so. */
  verdict: Verdict;
  /** What it can bear, for people, such as "Could be chance: 14% fewer to 3% more." */
  words: string;
  /** By the first test, for who asks for it. */
  countsVerdict: Verdict;
  countsWords: string;
}

/** What is not compared, in one plain sentence that says what to do instead. */
export interface ComparisonRefused {
  kind: 'refused';
  because: string;
}

/** The comparison of a set of measures for one area. */
export interface ComparisonTable {
  kind: 'table';
  area: PerformanceArea;
  set: Pick<MeasureSet, 'name' | 'title' | 'version' | 'from'>;
  periods: { current: Period; previous: Period };
  /** The vintage of every row that has figures; where they differ, the vintages, in order, joined by " and ". */
  vintage: string | null;
  /** Files the figures came from, in alphabetical order. */
  sources: string[];
  synthetic: boolean;
  /** What percentages, directions and ranges are of: daily rates where the periods are of different numbers of months. */
  compares: 'counts' | 'daily rates';
  rows: ComparisonRow[];
  /**
   * Some sentences for the whole: which changes are larger than years here usually bring, what the others can bear, and what
   * all of them judged together do.
   */
  answer: string;
  /** The same by the first test. */
  countsAnswer: string;
  /** What is to be said of the whole, such as that the months of the two periods differ. */
  remarks: string[];
}
