import type { FullPlanQuestion, PlanStage, SergeantQuestion } from './full-plan.ts';
import type { Pair } from './pairs-model.ts';
import type { StageSolver } from './stage-solver.ts';

/** Officers and pairs that go together, and how the three stages ended. */
export interface CoupledPlan {
  kind: 'planned';
  officers: number[];
  pairs: Pair[];
  stages: PlanStage[];
}

export type CoupledAnswer = CoupledPlan | { kind: 'infeasible' } | { kind: 'no answer in time' };

/** What the question is made of, as the stages hand it on. */
export interface Coupled {
  question: FullPlanQuestion;
  asked: SergeantQuestion;
  /** Pairs that the floors of their wards leave possible. */
  pairs: Pair[];
  gap: number;
  solve: StageSolver;
}
