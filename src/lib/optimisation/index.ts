export type {
  FullPlanAnswer,
  FullPlanLimits,
  FullPlanQuestion,
  PlannedAnswer,
  PlanStage,
  SergeantQuestion,
} from './full-plan.ts';
export { solveFullPlan } from './solve-full-plan.ts';
export { type SolvedHandOut, solveHandOut } from './solve-hand-out.ts';
