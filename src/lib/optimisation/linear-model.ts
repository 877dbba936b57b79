/** What is made least: Σ cost × column, over columns within bounds and rows within limits. */
export interface LinearModel {
  columns: Column[];
  rows: Row[];
  /** Added to the sum; 0 when left out. Gaps are relative to the sum with it. */
  offset?: number;
}

export interface Column {
  cost: number;
  lower: number;
  /** Infinity for none. */
  upper: number;
  /** True when only whole numbers will do. */
  whole: boolean;
}

/** lower ≤ Σ value × column ≤ upper. */
export interface Row {
  /** For people, such as "budget". */
  name: string;
  lower: number;
  upper: number;
  entries: { column: number; value: number }[];
}

/** How a solve may end early, and where it begins. */
export interface SolveOptions {
  /** Relative distance to the bound at which it may stop; 0, when left out, for a proof. */
  gap?: number;
  /** Values of some columns to begin with. Values that cannot be completed are set aside. */
  start?: readonly { column: number; value: number }[];
}

/** How a solve ended. Only "optimal" with a gap of 0 is a proof. */
export type SolveStatus = 'optimal' | 'infeasible' | 'unbounded' | 'time limit' | 'empty' | 'failed';

export interface Solution {
  status: SolveStatus;
  /** Relative distance between the answer and the proven bound; null when there is no answer. */
  gap: number | null;
  /** Value of what was made least; null when there is no answer. */
  objective: number | null;
  /** Nothing lower is possible: proven, within the solver's tolerances. Null when nothing is proven. */
  bound: number | null;
  /** One value a column; empty when there is no answer. */
  columns: number[];
  /** What the solver counted on its own clock. */
  seconds: number;
}
