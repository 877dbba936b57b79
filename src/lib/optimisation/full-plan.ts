/**
 * Officers and sergeants of the wards of one or more command units, planned together. Wards are places in the lists.
 * Stages, each keeping what the one before found best: (1) least Σ d²/x, (2) least largest shared demand, (3) least sum
 * of shared demand. Where nothing ties officers to sergeants the stages are separate models.
 */
export interface FullPlanQuestion {
  /** Demand of each ward, 0 or more, at least one above 0. */
  demand: readonly number[];
  /** Officers each ward has at least, whole numbers ≥ 1: side rules about one ward are in here already. */
  floors: readonly number[];
  /** Most officers of each ward, whole numbers, or Infinity for none. Below the floor nothing is feasible. */
  ceilings: readonly number[];
  /** Officers to place, a whole number. */
  officers: number;
  /**
   * Sums over some wards that lie between two numbers, both included: clusters, boroughs, funded places. The numbers need
   * not be whole; -Infinity and Infinity stand for none. One that misses a whole number by 1e-9 or less is that number.
   */
  groups: readonly { name: string; wards: readonly number[]; least: number; most: number }[];
  /**
   * Officers each ward has now, whole numbers, and how many may arrive in wards in all: Σ max(0, officers − officers now).
   * Who joins arrives too: to limit changes of ward alone, add to most the officers there are more than now. With fewer
   * officers than now, who leaves altogether arrives nowhere and does not count.
   */
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
  /** For all stages together, above 0, on the solver's own clock: end the worker a little later all the same. */
  timeLimitSeconds: number;
  /** Relative gap with which a stage may end: 0 for a proof. */
  gap: number;
}

/** How one stage ended. */
export interface PlanStage {
  name: 'officers' | 'largest shared demand' | 'sum of shared demand';
  /** Optimal: ended within the gap asked for. Only with a gap of 0 is that a proof. */
  status: 'optimal' | 'time limit';
  /** Relative distance to the proven bound; 0 from 1e-8 down. */
  gap: number;
  /** Of the answer, reckoned from its whole numbers, in the units of the question's demand. */
  objective: number;
}

export interface PlannedAnswer {
  kind: 'planned';
  /** Officers of each ward. */
  officers: number[];
  /** Wards that share a sergeant, lower place first, in order. */
  pairs: [number, number][];
  /** Officers; with sergeants asked for also the two about shared demand. */
  stages: PlanStage[];
  /** Largest of the stages. */
  gap: number;
}

export type FullPlanAnswer =
  | PlannedAnswer
  | { kind: 'infeasible' }
  /** The limit came before any answer. */
  | { kind: 'no answer in time' };
