import type { Month } from '../../lib/calendar/month.ts';
import type { Forecast } from '../../lib/statistics/forecast/index.ts';
import type { Measure } from '../../measures/index.ts';
import type { PerformanceArea } from '../model.ts';

/** What is expected of one area. */
export interface AreaExpectation {
  area: PerformanceArea;
  /** The twelve months before those expected; null where one of them has no value. */
  lastYear: number | null;
  forecast: Forecast | { kind: 'no figures' };
}

/** What is expected of one area by itself. */
export interface AreaToExpect extends AreaExpectation {
  /** First and last of the months expected. */
  from: Month;
  to: Month;
  synthetic: boolean;
}

/** What the next twelve months are expected to bring, in a place and in each of its wards. */
export interface Expectation {
  kind: 'expectation';
  measure: Measure;
  place: PerformanceArea;
  /** The last month learned from, and the first and last of those expected. */
  learnedTo: Month;
  from: Month;
  to: Month;
  /** Of the place and of its wards; where they differ, in order, joined by " and ". */
  vintage: string;
  files: readonly string[];
  synthetic: boolean;
  /** The place itself first, then its wards by name; a ward alone where it was asked for. */
  areas: AreaExpectation[];
}

export interface ExpectationRefused {
  kind: 'refused';
  /** One plain sentence. */
  because: string;
  near: readonly { word: string; name: string }[];
}
