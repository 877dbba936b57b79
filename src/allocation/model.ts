import type { MissingComponent, UsedComponent, WeightSet, Window } from '../demand/index.ts';
import type { BoundaryVersion } from '../geography/index.ts';
import type { BindingRule, CurrentOfficers, PlannedSergeant, RulesFile } from './review.ts';

export type * from './review.ts';

/** A number of dedicated ward officers and one of PCSOs. */
export interface Both {
  dwo: number;
  pcso: number;
}

/** Which of the two is meant. */
export type Post = keyof Both;

/** A rule the plan obeys, as printed beside it. */
export interface RuleInForce {
  /** Such as "ward-floor"; the name of its file under rules/. */
  name: string;
  /** One plain sentence with the numbers in it. */
  sentence: string;
  source: string;
  /** First day it applied, "2017-01-01"; null when set for this plan only, or not known. */
  from: string | null;
}

/** The rules in numbers. */
export interface Limits {
  /** Officers and PCSOs to place. */
  officers: Both;
  /** What every ward has at least. */
  floors: Both;
  /** What a ward has at most; null where a ward may have any number. */
  ceilings: { dwo: number | null; pcso: number | null };
}

export interface Award {
  /** Turn in the hand-out, from 1; null where a side rule placed the officer, which the hand-out never would. */
  rank: number | null;
  /** Number of officers the ward had after this turn. */
  officers: number;
  /** Demand share ÷ √(officers before × officers after). Infinity, in JSON null, for a first officer above a floor of 0. */
  priority: number;
  reason: string;
}

/** What the ward's demand share would have to be, others unchanged, for its number to change; null when it cannot. */
export interface Margin {
  /** Share above which it would get one more. */
  gain: number | null;
  /** Share below which it would lose its last. */
  lose: number | null;
}

export interface PlannedWard {
  code: string;
  name: string;
  borough: string;
  demandShare: number;
  /** Component → the ward's share of the unit's total. */
  components: Record<string, number>;
  /** demandShare × dedicated ward officers. */
  quota: number;
  dwo: number;
  pcso: number;
  /** The dedicated ward officers above the floor. */
  awards: Award[];
  /** The PCSOs above the floor. */
  pcsoAwards: Award[];
  margin: Margin;
  pcsoMargin: Margin;
}

/** What a plan is asked to obey. What is left out is as the rules in force on the date have it. */
export interface PlannedNumbers {
  dwo: number;
  pcso: number;
  floors?: { dwo?: number | undefined; pcso?: number | undefined } | undefined;
  /** null for none. */
  ceilings?: { dwo?: number | null | undefined; pcso?: number | null | undefined } | undefined;
}

export interface PlanOptions extends PlannedNumbers {
  /** Name of the command unit; null for the only one there is. */
  unit: string | null;
  /** Date written "2026-03-01": decides wards, rules and months. */
  asAt: string;
  /** Day by which the figures are known, as of a review that kept them; asAt when left out. */
  figuresAt?: string | undefined;
  /** The founding weights when left out. */
  weights?: WeightSet | undefined;
  /** The latest 12 complete months when left out. */
  window?: Window | undefined;
  /** Side rules, as their file has them; none when left out. */
  rules?: RulesFile | undefined;
  /** Sergeants as in the budget, such as 16.5, and of them those in posts elsewhere; none are planned when left out. */
  sergeants?: { all: number; elsewhere: number | null } | undefined;
  /** For the solver, should one be needed; 30 when left out. */
  timeLimitSeconds?: number | undefined;
}

/** A turn beyond the last officer. */
export interface NextInLine {
  /** Counts on from the last officer's turn. */
  rank: number;
  code: string;
  officers: number;
  priority: number;
}

export interface OptimalPlan {
  kind: 'optimal';
  unit: string;
  asAt: string;
  boundaryVersion: BoundaryVersion;
  window: Window | null;
  officers: Both;
  rules: RuleInForce[];
  limits: Limits;
  weights: WeightSet;
  used: UsedComponent[];
  missing: MissingComponent[];
  synthetic: boolean;
  /** Σ d²/x over wards, for dedicated ward officers. Infinity, in JSON null, when a ward with demand has none. */
  objective: number;
  /** What decided the dedicated ward officers. After the solver, or under side rules about them, there are no margins: see marginsReckoned. */
  decidedBy: 'hand-out' | 'solver';
  /** Name of the rules file it obeys; null for none. */
  review: string | null;
  /** In the order of their first ward's code; empty where none were asked for. */
  sergeants: PlannedSergeant[];
  /** Relative distance to the best possible: 0 for a proof. */
  gap: number;
  /** Side rules without which it would be better: about officers, then about sergeants, the dearest first. */
  binding: BindingRule[];
  /** Officers each ward had before; null where no rule asks. A published plan says where they come from, and has no numbers. */
  current: (Omit<CurrentOfficers, 'officers'> & { officers: CurrentOfficers['officers'] | null }) | null;
  /** Sentences on what was taken for granted, or not reckoned in time. */
  remarks: string[];
  /** Wards that would get the next dedicated ward officers, in order. */
  nextInLine: NextInLine[];
  /** By ward code. */
  wards: PlannedWard[];
}

export interface Conflict {
  rule: string;
  /** One plain sentence or two: what is needed, what there is, what to do. */
  sentence: string;
}

export interface InfeasiblePlan {
  kind: 'infeasible';
  unit: string;
  asAt: string;
  boundaryVersion: BoundaryVersion;
  window: Window | null;
  officers: Both;
  rules: RuleInForce[];
  limits: Limits;
  weights: WeightSet;
  missing: MissingComponent[];
  synthetic: boolean;
  because: Conflict[];
}

export type Plan = OptimalPlan | InfeasiblePlan;

/** What is known of a published plan without reading it. */
export interface ListedPlan {
  id: string;
  unit: string;
  /** First day it is in force, and the public sees it. */
  inForceFrom: string;
  publishedAt: Date;
  /** Rises with each that is published: of two of one day the later stands. */
  sequence: number;
  /** True when it was approved by its author, because nobody else could. */
  alone: boolean;
  /** The ward set it is for: it ends with its wards. */
  boundaryVersion: string;
  /** True when it was made from demonstration figures. */
  synthetic: boolean;
  /** null while it stands. */
  withdrawn: { at: Date; reason: string } | null;
}
