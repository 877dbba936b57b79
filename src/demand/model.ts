import type { BoundaryVersion } from '../geography/index.ts';
import type { Month } from '../lib/calendar/month.ts';

/** One part of the demand index: a measure, and whether it is counted by month or once. */
export interface Component {
  /** Such as "recorded-crime"; the key used in weight files. */
  name: string;
  title: string;
  measure: string;
  every: 'month' | 'once';
}

/** A named, versioned set of weights, as in the files under weights/. */
export interface WeightSet {
  name: string;
  version: string;
  /** Component name → weight, each ≥ 0, at least one above 0; they need not sum to 1. */
  weights: Record<string, number>;
}

export interface MissingComponent {
  component: string;
  /** Weight it had before the others were rescaled, as a share of all weights. */
  weight: number;
  /** One plain sentence. */
  reason: string;
}

/** Months the monthly components are summed over, both included. */
export interface Window {
  from: Month;
  to: Month;
  months: number;
}

/** The provenance of one component that was used. */
export interface UsedComponent {
  component: string;
  title: string;
  measure: string;
  /** Weight after rescaling; these sum to 1. */
  weight: number;
  vintage: string;
  synthetic: boolean;
  backCast: boolean;
  /** Where the figures counted come from, in sentences: published by ward, or made of figures of LSOAs, and so on. */
  origins: string[];
  files: string[];
  /** Of a figure that stands, such as residents, the month it was taken, of the earliest ward; left out for monthly ones. */
  asOf?: Month;
  /** Sum over the unit's wards over the window. */
  total: number;
}

/** What is held of one component for the wards of a unit: a figure for each, or why there are none. */
export type DemandPart =
  | (Omit<UsedComponent, 'weight'> & {
      kind: 'held';
      every: Component['every'];
      /** The figure of each ward over the window, in the order of the wards. */
      figures: number[];
    })
  | {
      kind: 'missing';
      component: string;
      title: string;
      /** One plain sentence. */
      reason: string;
    };

/** The figures that demand is made of, before anybody weighs them. Plain data: it is kept as JSON and sent to browsers. */
export interface DemandParts {
  unit: string;
  /** Date written "2026-03-01"; only months that ended by then count. */
  asAt: string;
  boundaryVersion: BoundaryVersion;
  /** null when no component has 12 complete months. */
  window: Window | null;
  /** By code. */
  wards: { code: string; name: string; borough: string }[];
  /** Each component that may be weighed, once. */
  parts: DemandPart[];
}

export interface WardDemand {
  code: string;
  name: string;
  borough: string;
  /** Weighted mean of the component shares; the shares of a unit's wards sum to 1. */
  demandShare: number;
  /** Component name → the ward's share of the unit's total. */
  components: Record<string, number>;
  /** Component name → the ward's own figure over the window. */
  figures: Record<string, number>;
}

export interface DemandIndex {
  kind: 'index';
  unit: string;
  asAt: string;
  boundaryVersion: BoundaryVersion;
  /** null when no monthly component could be used. */
  window: Window | null;
  weights: WeightSet;
  used: UsedComponent[];
  missing: MissingComponent[];
  synthetic: boolean;
  wards: WardDemand[];
}

/** No component had data: an answer with its reasons, not an exception. */
export interface NoDemand {
  kind: 'no demand';
  unit: string;
  asAt: string;
  boundaryVersion: BoundaryVersion;
  weights: WeightSet;
  missing: MissingComponent[];
}
