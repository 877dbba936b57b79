/** Who did something to a plan and on which day, in words; `by` is null where the reader is not told. */
export interface PlanStep {
  what: 'Proposed' | 'Changed' | 'Approved' | 'Published' | 'Withdrawn';
  by: string | null;
  /** "2026-03-10". */
  on: string;
}

/** How a plan stands for a reader on a day. */
export type PlanStanding =
  | 'draft'
  | 'waits for approval'
  | 'approved, not published'
  | 'in force'
  | 'not yet in force'
  | 'no longer in force'
  | 'withdrawn';

/** A plan as the list of all plans has it. */
export interface PlanOnRecord {
  id: string;
  standing: PlanStanding;
  /** First day it counts. */
  inForceFrom: string;
  /** Proposed, approved, published, withdrawn: what happened so far, in that order. */
  steps: PlanStep[];
  /** True when it was approved by its author, because nobody else could. */
  alone: boolean;
  /** Why it was withdrawn; null where it was not. */
  reason: string | null;
  synthetic: boolean;
}

/** How a published plan stands. @param inForce number of the plan in force on the day; null when there is none */
export function standingOf(
  plan: { id: string; inForceFrom: string; withdrawn: unknown },
  today: string,
  inForce: string | null,
): PlanStanding {
  if (plan.withdrawn !== null) return 'withdrawn';
  if (plan.id === inForce) return 'in force';
  return plan.inForceFrom > today ? 'not yet in force' : 'no longer in force';
}
