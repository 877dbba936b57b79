/** What is made least: Σ cost × column, over columns within bounds and rows within limits. */
export interface LinearModel {
  columns: Column[];
  rows: Row[];
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

/** How a solve ended. Only "optimal" with a gap of 0 is a proof. */
export type SolveStatus = 'optimal' | 'infeasible' | 'unbounded' | 'time limit' | 'empty' | 'failed';

export interface Solution {
  status: SolveStatus;
  /** Relative distance between the answer and the proven bound; null when there is no answer. */
  gap: number | null;
  /** Value of what was made least; null when there is no answer. */
  objective: number | null;
  /** One value a column; empty when there is no answer. */
  columns: number[];
}
