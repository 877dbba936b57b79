/** How sure a ward's number of officers is under other weightings. */
export interface WardStability {
  code: string;
  /** Number of dedicated ward officers, as text → share of the weightings that give it; they sum to 1, none is 0. */
  shares: Record<string, number>;
  /** Rank by demand, 1 for the most, as text → share of the weightings; they sum to 1, none is 0. Equal demand, equal rank. */
  ranks: Record<string, number>;
  /** The component whose weight goes most closely with its number; null where its number was the same in every sample. */
  driver: string | null;
  /** Whether more weight on the driver goes with more officers or with fewer; null without one. */
  direction: 'more' | 'fewer' | null;
  /** The next component, where its correlation comes within 0.05 of the driver's; left out otherwise. */
  runnerUp?: { component: string; direction: 'more' | 'fewer' } | undefined;
}

/** Stochastic multicriteria acceptability of a plan: what other weightings would give every ward. */
export interface Stability {
  /** Weightings that were sampled. */
  samples: number;
  seed: number;
  /** Most that a share may be off by, at 95%, because weightings were sampled: 0.0098 for 10,000; 0 where only one is possible. */
  samplingError: number;
  /** null where every weighting was as likely as any other; else each party's bounds, sampled equally often. */
  within: StabilityWithin[] | null;
  /** The components whose weights were varied; one that is missing has none. */
  components: string[];
  /** What it was reckoned for. */
  officers: number;
  /** By ward code. */
  wards: WardStability[];
  /** Sentences on what was left out, such as side rules. */
  remarks: string[];
}

/** How sure a plan is, or one sentence that says why that is not known; what is not ready is still being reckoned. */
export type StabilityKnown =
  | { kind: 'reckoned'; stability: Stability }
  | { kind: 'not ready' | 'not reckoned'; because: string };

/** One party's bounds: component → the least and the most weight, as shares of 1. A component left out may have any. */
export interface StabilityWithin {
  name: string;
  bounds: Record<string, [least: number, most: number]>;
}

/** What a plan's stability is reckoned from. */
export interface StabilityAsked {
  /** null for every weighting; a party without bounds takes part with every weighting. */
  within?: Stability['within'] | undefined;
  /** Weightings to sample, a whole number from 1 to 1,000,000; 10,000 when left out. */
  samples?: number | undefined;
  /** True for a plan with side rules or sergeants, of which the weightings know nothing; a remark says so. */
  sideRules?: boolean | undefined;
  /** A whole number from 0 to 4,294,967,295; equal seeds give equal answers; 1 when left out. */
  seed?: number | undefined;
}
