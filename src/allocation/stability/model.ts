/** How sure a ward's number of officers is under other weightings. */
export interface WardStability {
  code: string;
  /** Number of dedicated ward officers, as text → share of the weightings that give it; they sum to 1, none is 0. */
  shares: Record<string, number>;
  /** Rank by demand, 1 for the most, as text → share of the weightings; they sum to 1, none is 0. */
  ranks: Record<string, number>;
  /** The component whose weight moves its number most; null where no weight moves it. */
  driver: string | null;
  /** Whether more weight on the driver gives it more officers or fewer; null without one. */
  direction: 'more' | 'fewer' | null;
}

/** Stochastic multicriteria acceptability of a plan: what other weightings would give every ward. */
export interface Stability {
  /** Weightings that were sampled. */
  samples: number;
  seed: number;
  /** null where every weighting was as likely as any other; else each party's bounds, sampled equally often. */
  within: { name: string; bounds: Record<string, [least: number, most: number]> }[] | null;
  /** The components whose weights were varied; one that is missing has none. */
  components: string[];
  /** What it was reckoned for. */
  officers: number;
  /** By ward code. */
  wards: WardStability[];
  /** Sentences on what was left out, such as side rules. */
  remarks: string[];
}
