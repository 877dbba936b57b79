import type { Month } from '../../lib/calendar/month.ts';
import type { Overdispersion } from '../../lib/statistics/funnel/index.ts';
import type { Measure } from '../../measures/index.ts';
import type { ComparisonRow, MeasureSet, PerformanceArea, Period } from '../model.ts';

/** What a comparison of wards is asked; null or left out for what it shows by itself. */
export interface WardsAsked {
  /** Name in the catalogue. */
  measure: string | null;
  /** A command unit, borough or cluster, whose wards are meant. */
  place: string | null;
  period: string | null;
  against: string | null;
  /** Set of measures whose changes are shown for every ward; null for those of the measure alone. */
  set: string | null;
  /** True: limits and words of chance alone, which knows nothing of how wards usually differ. */
  countsTest: boolean;
}

/** Where a ward lies: between the limits, or outside those of 95% or, farther out, of 99.8%. */
export interface WardStanding {
  outside: 'above' | 'below' | null;
  /** Outside the 99.8% limits too. */
  far: boolean;
  pValue: number;
}

/** A ward's rate beside those of the others. */
export interface RatedWard {
  count: number;
  residents: number;
  ratePer1000: number;
  /** 95 % for the rate, exact, by the count alone. */
  rateInterval: [number, number];
  /** Against the rate of all, with how wards usually differ allowed for. */
  dispersed: WardStanding;
  /** Against the rate of all, by chance alone. */
  counts: WardStanding;
}

export interface WardBeside {
  area: PerformanceArea;
  /** null where a figure is lacking, and `missing` says which. */
  rated: RatedWard | null;
  missing: string | null;
  /** How many times as many thefts from people and shops there are for each resident as in the middle ward, where many. */
  visited: number | null;
}

/** A pair of limits of the rate, by how many residents a ward has. */
export interface RateLimit {
  label: '95%' | '99.8%';
  points: readonly { exposure: number; lower: number | null; upper: number }[];
}

/** The wards of a place by one measure, as far as a period has figures. */
export interface WardsBeside {
  measure: Measure;
  period: Period;
  /** By name. */
  wards: readonly WardBeside[];
  /** Of all wards that have figures; null where fewer than two have. */
  ratePer1000: number | null;
  overdispersion: Overdispersion | null;
  dispersedLimits: readonly RateLimit[];
  countsLimits: readonly RateLimit[];
}

/** What changed in a ward, by one measure. */
export interface WardChange {
  area: PerformanceArea;
  row: ComparisonRow;
  /** Over all changes judged by the test asked: share of false ones were the line drawn at this one; null where it is not judged. */
  falseDiscovery: number | null;
  /** True where that lets it be called so. */
  calledClear: boolean;
}

/** Changes of all wards and measures asked, judged together. */
export interface WardChanges {
  periods: { current: Period; previous: Period };
  /** Title of the set; null for the one measure. */
  setTitle: string | null;
  /** By what earlier years bring, or by the counts alone where that was asked. */
  test: 'years' | 'counts';
  measures: readonly { name: string; printed: string }[];
  /** By ward, then in the order of the set. */
  changes: readonly WardChange[];
}

/** Everything the page, the files and the command show. */
export interface WardsComparison {
  kind: 'wards';
  place: PerformanceArea;
  /** Wards of which borders: "wards-2022". */
  boundaryVersion: PerformanceArea['boundaryVersion'];
  beside: WardsBeside;
  /** Refused, in one sentence, where the periods cannot be compared. */
  changed: WardChanges | { because: string };
  /** Month that residents were counted, or estimated, for: the latest held, whatever the period. */
  residentsMonth: Month | null;
  /** Of everything shown: one, or several joined by "and". */
  vintage: string;
  files: readonly string[];
  synthetic: boolean;
  /** Of any period compared. */
  doubtful: readonly Month[];
  /** Whether any month compared was counted again for wards that did not exist yet. */
  backCast: boolean;
  lastMonth: Month;
}

/** What cannot be compared, in one sentence that says what to do instead. */
export interface WardsRefused {
  kind: 'refused';
  because: string;
  near: readonly { word: string; name: string }[];
}

/** What the page shows of what was asked. */
export interface WardsPageModel {
  unit: { name: string; boroughs: string[] };
  asked: WardsAsked;
  /** Places whose wards can be compared. */
  places: PerformanceArea[];
  measures: Measure[];
  sets: MeasureSet[];
  shown: WardsComparison | WardsRefused;
}
