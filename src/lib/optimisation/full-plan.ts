/**
 * Officers and sergeants of the wards of one or more command units, planned together. Wards are places in the lists.
 * Stages, each keeping what the one before found best: (1) least Σ d²/x, (2) least largest shared demand, (3) least sum
 * of shared demand. Where nothing ties officers to sergeants the stages are separate models.
 */
export interface FullPlanQuestion {
  /** Demand share of each ward, 0 or more. */
  demand: readonly number[];
  /** Officers each ward has at least, whole numbers ≥ 1: side rules about one ward are in here already. */
  floors: readonly number[];
  ceilings: readonly number[];
  /** Officers to place. */
  officers: number;
  /** Sums over some wards that lie between two numbers: clusters, boroughs, funded places. */
  groups: readonly { name: string; wards: readonly number[]; least: number; most: number }[];
  /** Officers each ward has now, and how many may arrive in wards in all. */
  moves: { current: readonly number[]; most: number } | null;
  sergeants: SergeantQuestion | null;
}

export interface SergeantQuestion {
  /** Who lead wards: a whole number. Wards less sergeants is the number of pairs. */
  sergeants: number;
  /** Wards that may share one: adjacent, of one borough. */
  pairs: readonly (readonly [number, number])[];
  mustShare: readonly number[];
  mustNotShare: readonly number[];
  /** Most people a sergeant of two wards may have; others: PCSOs of each ward. */
  span: { most: number; others: readonly number[] } | null;
}

export interface FullPlanLimits {
  /** For all stages together, above 0. */
  timeLimitSeconds: number;
  /** Relative gap with which a stage may end: 0 for a proof. */
  gap: number;
}

/** How one stage ended. */
export interface PlanStage {
  name: 'officers' | 'largest shared demand' | 'sum of shared demand';
  status: 'optimal' | 'time limit';
  /** Relative distance to the proven bound. */
  gap: number;
  objective: number;
}

export type FullPlanAnswer =
  | {
      kind: 'planned';
      officers: number[];
      pairs: [number, number][];
      stages: PlanStage[] /** Largest of the stages. */;
      gap: number;
    }
  | { kind: 'infeasible' }
  /** The limit came before any answer. */
  | { kind: 'no answer in time' };
