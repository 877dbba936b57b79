/** A ward's tier: High and Medium have a sergeant of their own, two Standard wards share one. */
export const TIERS = ['High', 'Medium', 'Standard'] as const;
export type Tier = (typeof TIERS)[number];

/** A sergeant of a plan, and the ward or two they lead. */
export interface PlannedSergeant {
  /** Codes: one, or two adjacent wards of one borough. */
  wards: string[];
  names: string[];
  tier: Tier;
  /** Sum of the wards' demand shares. */
  demandShare: number;
}

/** The side rules of a review, each left out where it is switched off; wards by code. */
export interface SideRules {
  /** Every cluster's officers lie within so many of its demand share × officers. */
  'cluster-balance'?: { within: number } | undefined;
  /** At most so many officers change ward against the current ones. */
  'most-moves'?: { officers: number } | undefined;
  /** No ward loses more than so many. */
  'most-lost'?: { officers: number } | undefined;
  /** Wards that keep at least what they have (null), or a number of their own. */
  'protected-wards'?: { ward: string; atLeast: number | null; because: string }[] | undefined;
  /** A borough, by its name, has at least so many officers. */
  'borough-floors'?: { borough: string; atLeast: number }[] | undefined;
  'funded-officers'?: FundedOfficers[] | undefined;
  /** A sergeant who leads two wards has at most so many officers and PCSOs. */
  'sergeant-span'?: { people: number } | undefined;
}

/** Officers somebody else pays for, who stay in one place, above its floor. */
export interface FundedOfficers {
  /** Name of a ward, a cluster or a borough. */
  place: string;
  /** Codes of its wards. */
  wards: string[];
  officers: number;
  fundedBy: string;
  /** Last day that is paid for; null: for good. */
  until: string | null;
}

/** A rules file as it was written: wards, clusters and boroughs by name or code, not looked up yet. */
export interface RulesFile {
  name: string;
  /** Officers each ward has now; null where the file leaves it to the post book. */
  current: Record<string, number> | null;
  side: Omit<SideRules, 'funded-officers'> & {
    'funded-officers'?: Omit<FundedOfficers, 'wards'>[] | undefined;
  };
  /** Ward → tier. */
  tiers: Record<string, Tier>;
  highFrom: number;
  /** Sergeants in posts elsewhere; null where the file does not say. */
  sergeantsElsewhere: number | null;
  /** Cluster → wards; null where the file leaves it to the post book. */
  clusters: Record<string, string[]> | null;
}

/** Officers each ward has now, by code. */
export interface CurrentOfficers {
  /** Where they come from, as the end of a sentence: "the rules file". */
  source: string;
  officers: Record<string, number>;
  /** Sentences about these numbers: they stand among the plan's remarks, and are kept from the public with the numbers. */
  remarks?: string[] | undefined;
}

export interface RulesCluster {
  name: string;
  /** Codes. */
  wards: string[];
}

/** What a rules file says, its names resolved to codes. */
export interface ReviewRules {
  /** Such as "Review of spring 2026"; empty when there is no file. */
  name: string;
  side: SideRules;
  /** null where no side rule asks. */
  current: CurrentOfficers | null;
  clusters: RulesCluster[];
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
  /** One sentence on where the pairs come from. */
  adjacencySource: string;
}

/** What a plan makes least, one after the other: Σ d²/x, the demand of the most loaded sergeant of two wards, of all such. */
export const PLAN_STAGES = ['officers', 'largest shared demand', 'sum of shared demand'] as const;

/** A side rule without which the plan would be better, or several without which together it would. */
export interface BindingRule {
  /** Its name; of rules that cost something only together, their names joined: "most-lost + protected-wards". */
  rule: string;
  /** Which stage of the plan would be better without it: the first that would. */
  of: (typeof PLAN_STAGES)[number];
  /** How much less the stage's objective would be without it: above 0. */
  cost: number;
  /** The stage's objective without it. */
  without: number;
  /** One sentence: what it costs, and which wards would have other numbers. */
  sentence: string;
  /** Wards that would have another number of officers, by code, and that number. */
  wards: { code: string; dwo: number }[];
}
