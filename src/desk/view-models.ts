import type { AdoptedPlan, OptimalPlan } from '../allocation/index.ts';
import type { BoundarySet, HexPlace } from '../geography/index.ts';
import type { Month } from '../lib/calendar/month.ts';
import type { Measure, Series } from '../measures/index.ts';
import type { UnitHere, WardHere } from '../ringfence/index.ts';
import type { AverageWard } from './average-ward.ts';

/** A ward as the pages name and place it. */
export interface WardInView {
  code: string;
  name: string;
  borough: string;
  /** Its hexagon; null where its ward set has no layout. */
  place: HexPlace | null;
}

export interface PlanInForce {
  plan: OptimalPlan;
  /** First day in force, "2026-03-01". */
  from: string;
  /** What was decided in the review it comes of; null where it comes of none. */
  decision: AdoptedPlan['decision'];
}

/** What the pages of a command unit and of a ward have in common. */
export interface UnitInView {
  unit: { name: string; boroughs: string[] };
  /** Day the page answers for, "2026-03-01". */
  asAt: string;
  /** True when the reader asked for the day: links to other pages then carry it. */
  dayAsked: boolean;
  /** Last month of the figures held; null when none are. */
  figuresTo: Month | null;
  /** The ward set in force on the day. */
  boundaries: BoundarySet;
  /** Every ward of the unit in that set. */
  wards: WardInView[];
  /** null when none has been adopted for the day. */
  plan: PlanInForce | null;
}

/** What the map of the unit shows. */
export type Shown =
  | { kind: 'officers' }
  | { kind: 'demand' }
  | {
      kind: 'measure';
      measure: Measure;
      /** The measure's series of every ward that has one. */
      series: Series[];
    };

export interface UnitPageModel extends UnitInView {
  /** Where its officers were, as far as it is public. */
  here: UnitHere;
  shown: Shown;
  /** Measures that can be chosen: those with figures for the unit's wards. */
  measures: Measure[];
  /** Address of the boundaries as GeoJSON; null when none were imported for the ward set. */
  boundariesAddress: string | null;
}

export interface WardSeries {
  measure: Measure;
  series: Series;
  /** Mean of all the unit's wards; null when there is no year that all of them have. */
  averageWard: AverageWard | null;
}

export interface WardPageModel extends UnitInView {
  ward: WardInView;
  /** Monthly measures that are drawn, in the catalogue's order. */
  series: WardSeries[];
  /** Monthly measures that have figures for the ward too, and are drawn when asked for. */
  others: Measure[];
  /** The one of them that the reader asked for; null when none. */
  chosen: WardSeries | null;
  /** Where its officers were, as far as it is public. */
  here: WardHere;
  /** Pilots that the ward or its borough is part of. */
  pilots: readonly { title: string; name: string; href: string }[];
}
