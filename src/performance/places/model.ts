import type { Month } from '../../lib/calendar/month.ts';
import type { Measure } from '../../measures/index.ts';
import type { PerformanceArea, Period } from '../model.ts';

/** Which small places are shown beside the boroughs. */
export type PlaceLevel = 'wards' | 'lsoas';

export interface PlacesAsked {
  /** A command unit or borough, whose wards or LSOAs are meant; null for the first unit. */
  place: string | null;
  level: PlaceLevel;
  /** null for the twelve months to the last quarter of the survey. */
  period: string | null;
}

/** What stands for harm, and why. */
export interface HarmMeasure {
  measure: Measure;
  /** True: harm itself, by the table of weights held; false: counts, since no table is held. */
  weighted: boolean;
}

/** The harm of a place. */
export interface PlaceHarm {
  area: PerformanceArea;
  total: number | null;
  residents: number | null;
  ratePer1000: number | null;
  /** 95 % for the rate by the count alone; null for harm, which is no count. */
  rateInterval: [number, number] | null;
  missing: string | null;
}

/** A borough on both axes. */
export interface BoroughPlace extends PlaceHarm {
  /** Share of those asked; null where the survey has none. */
  trust: number | null;
  /** Against the middle borough; null where either is not known. Trust is near it within the margin of 100 interviews. */
  side: { harm: 'higher' | 'lower'; trust: 'higher' | 'lower' | 'near' } | null;
  /** Whether it belongs to the place asked. */
  here: boolean;
}

/** Places of the unit or borough asked, on the axis of harm only: the survey says nothing of them. */
export interface SmallPlaces {
  level: PlaceLevel;
  harm: HarmMeasure | null;
  places: readonly PlaceHarm[];
}

export interface PlacesComparison {
  kind: 'places';
  place: PerformanceArea;
  period: Period;
  harm: HarmMeasure;
  /** The quarter of the survey shown, by its last month; null where none is held. */
  surveyMonth: Month | null;
  /** By name. */
  boroughs: readonly BoroughPlace[];
  middle: { harm: number; trust: number } | null;
  small: SmallPlaces;
  vintages: readonly string[];
  files: readonly string[];
  synthetic: boolean;
}

export interface PlacesRefused {
  kind: 'refused';
  because: string;
  near: readonly { word: string; name: string }[];
}

/** What the page of places shows. */
export interface PlacesPageModel {
  unit: { name: string; boroughs: string[] };
  asked: PlacesAsked;
  choices: PerformanceArea[];
  shown: PlacesComparison | PlacesRefused;
}
