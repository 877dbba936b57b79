import type { MissingComponent, UsedComponent, WeightSet, Window } from '../demand/index.ts';
import type { BoundaryVersion } from '../geography/index.ts';

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
  /** Turn in the hand-out, from 1. */
  rank: number;
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

/** A ward's tier: High and Medium have a sergeant of their own, two Standard wards share one. */
export type Tier = 'High' | 'Medium' | 'Standard';

/** A sergeant of a plan, and the ward or two they lead. */
export interface PlannedSergeant {
  /** Codes: one, or two adjacent wards of one borough. */
  wards: string[];
  names: string[];
  tier: Tier;
  /** Sum of the wards' demand shares. */
  demandShare: number;
}

/** The side rules of a review, each left out where it is switched off. Wards, clusters and boroughs by code or name as typed
 * are resolved before they come here. */
export interface SideRules {
  /** Every cluster's officers lie within so many of its demand share × officers. */
  'cluster-balance'?: { within: number } | undefined;
  /** At most so many officers change ward against the current postings. */
  'most-moves'?: { officers: number } | undefined;
  /** No ward loses more than so many. */
  'most-lost'?: { officers: number } | undefined;
  /** Wards that keep at least what they have, or a number of their own. */
  'protected-wards'?: { ward: string; atLeast: number | null; because: string }[] | undefined;
  /** A borough has at least so many officers. */
  'borough-floors'?: { borough: string; atLeast: number }[] | undefined;
  /** Officers somebody else pays for, who stay in one place, above its floor. */
  'funded-officers'?:
    | { place: string; wards: string[]; officers: number; fundedBy: string; until: string | null }[]
    | undefined;
  /** A sergeant who leads two wards has at most so many officers and PCSOs. */
  'sergeant-span'?: { people: number } | undefined;
}

/** What a rules file says, its names resolved to codes. */
export interface ReviewRules {
  /** Such as "Review of spring 2026". */
  name: string;
  side: SideRules;
  /** Officers each ward has now, by code; null where no side rule asks. */
  current: { source: string; officers: Record<string, number> } | null;
  clusters: { name: string; wards: string[] }[];
  /** Tiers that a user fixed, by ward code. */
  tiers: Record<string, Tier>;
  /** A ward with a sergeant of its own is High from so many times the average ward's demand. */
  highFrom: number;
}

/** Which sergeants a plan is asked for. */
export interface SergeantsAsked {
  /** All of them, as in the budget: 16.5. */
  sergeants: number;
  /** In posts elsewhere, such as half a post in youth offending. */
  elsewhere: number;
  /** Pairs of ward codes that touch. */
  adjacent: (readonly [string, string])[];
  adjacencySource: string;
}

/** A side rule without which the plan would be better. */
export interface BindingRule {
  rule: string;
  /** How much less Σ d²/x would be without it; of a rule about sergeants, how much less demand the most loaded would have. */
  cost: number;
  /** The objective without it. */
  without: number;
  /** One sentence: what it costs, and which wards would have other numbers. */
  sentence: string;
}

export interface PlanOptions extends PlannedNumbers {
  /** Name of the command unit; null for the only one there is. */
  unit: string | null;
  /** Date written "2026-03-01": decides wards, rules and months. */
  asAt: string;
  /** The founding weights when left out. */
  weights?: WeightSet | undefined;
  /** The latest 12 complete months when left out. */
  window?: Window | undefined;
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

/** A plan that was published, as readers see it. */
export interface AdoptedPlan extends ListedPlan {
  plan: OptimalPlan;
}

/** What a plan is proposed with: how it was asked for, and what came of it. */
export interface ProposedPlan {
  options: PlanOptions;
  plan: OptimalPlan;
}
