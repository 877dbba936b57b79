import type { Decision } from './consultation/model.ts';
import type { ListedPlan, OptimalPlan, PlanOptions } from './model.ts';

/** A plan as readers see it: with the decision of the review it comes of, where it comes of one. */
export type PlanSnapshot = OptimalPlan & { decision?: Decision };

/** A plan that was published, as readers see it. */
export interface AdoptedPlan extends ListedPlan {
  plan: OptimalPlan;
  /** What was decided, and on what; null for a plan that comes of no review. */
  decision: Decision | null;
}

/** What a plan is proposed with: how it was asked for, what came of it, and the decision it comes of. */
export interface ProposedPlan {
  options: PlanOptions;
  plan: OptimalPlan;
  /** Left out where it comes of no review, as it was before there were any. */
  decision?: Decision;
}
