import type { HexPlace } from '../../../geography/index.ts';
import type { Measure } from '../../../measures/index.ts';
import type { ControlChart } from '../../charts/model.ts';
import type { AreaToExpect } from '../../expectation/model.ts';
import type { ComparisonRow, PerformanceArea, Period } from '../../model.ts';

/** A measure's performance page as it is shown. */
export interface MeasurePageModel {
  unit: { name: string; boroughs: string[] };
  measure: Measure;
  area: PerformanceArea;
  /** Areas to choose from. */
  areas: readonly PerformanceArea[];
  /** Whether the reader may enter step changes and hold limits. */
  maySetLimits: boolean;
  /** null where too little is held to draw one. */
  chart: ControlChart | null;
  /** Whether months of it are held and not given out to who asks. */
  hidden: boolean;
  /** The last year beside the year before; null where either is not held. */
  lastYear: { row: ComparisonRow; periods: { current: Period; previous: Period }; synthetic: boolean } | null;
  /** The next twelve months; null for what is no count by month, or where no figures are held. */
  expectation: AreaToExpect | null;
  /** The last year ward by ward; null where the area has none, or nothing is held of them. */
  wards: WardsOfMeasure | null;
}

/** A measure in the wards of a unit or borough over a year. */
export interface WardsOfMeasure {
  period: Period;
  wards: readonly WardFigure[];
  /** True when every ward has residents and most have enough to count, so that a rate is shown. */
  rated: boolean;
  synthetic: boolean;
  vintage: string;
  backCast: boolean;
}

export interface WardFigure {
  code: string;
  name: string;
  borough: string;
  /** Its hexagon; null where its ward set has no layout. */
  place: HexPlace | null;
  count: number | null;
  /** Whether it is held and not given out to who asks. */
  hidden: boolean;
  residents: number | null;
}
