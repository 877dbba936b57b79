import type { MissingComponent, UsedComponent, WeightSet, Window } from '../demand/index.ts';
import type { BoundaryVersion } from '../geography/index.ts';

/** A rule the plan obeys, as printed beside it. */
export interface RuleInForce {
  /** Such as "ward-floor". */
  name: string;
  /** One plain sentence with the numbers in it. */
  sentence: string;
  source: string;
  /** First day it applied, "2018-01-01"; null when set for this plan only. */
  from: string | null;
}

export interface Award {
  /** Turn in the hand-out, from 1. */
  rank: number;
  /** Number of officers the ward had after this turn. */
  officers: number;
  /** demand share ÷ √(officers before × officers after). */
  priority: number;
  reason: string;
}

/** What the ward's demand share would have to be, others unchanged, for its number to change; null when it cannot. */
export interface Margin {
  /** Share at which it would get one more. */
  gain: number | null;
  /** Share below which it would lose its last. */
  lose: number | null;
}

export interface PlannedWard {
  code: string;
  name: string;
  borough: string;
  demandShare: number;
  components: Record<string, number>;
  /** demandShare × dedicated ward officers. */
  quota: number;
  dwo: number;
  pcso: number;
  awards: Award[];
  pcsoAwards: Award[];
  margin: Margin;
  pcsoMargin: Margin;
}

export interface PlanOptions {
  unit: string;
  dwo: number;
  pcso: number;
  weights: WeightSet;
  asAt: string;
  floors?: { dwo?: number; pcso?: number };
  ceilings?: { dwo?: number; pcso?: number };
  window?: Window;
}

export interface OptimalPlan {
  kind: 'optimal';
  unit: string;
  asAt: string;
  boundaryVersion: BoundaryVersion;
  window: Window | null;
  officers: { dwo: number; pcso: number };
  rules: RuleInForce[];
  weights: WeightSet;
  used: UsedComponent[];
  missing: MissingComponent[];
  synthetic: boolean;
  /** Σ d²/x over wards, for dedicated ward officers. */
  objective: number;
  /** Wards that would get the next officers, in order. */
  nextInLine: { rank: number; code: string; officers: number; priority: number }[];
  wards: PlannedWard[];
}

export interface Conflict {
  rule: string;
  /** One plain sentence: what is needed, what there is, what to do. */
  sentence: string;
}

export interface InfeasiblePlan {
  kind: 'infeasible';
  unit: string;
  asAt: string;
  boundaryVersion: BoundaryVersion;
  officers: { dwo: number; pcso: number };
  rules: RuleInForce[];
  weights: WeightSet;
  missing: MissingComponent[];
  because: Conflict[];
}

export type Plan = OptimalPlan | InfeasiblePlan;
