import type { PlanShown } from '../plan-shown.ts';

/** Officers of each ward, by the ward's code. */
export type OfficersByWard = Record<string, { dwo: number; pcso: number }>;

/** What a plan that is tried is compared with, however often the page is loaded meanwhile. */
export interface Against {
  officers: OfficersByWard;
  /** Day since which the plan compared with is in force; null where none is, and it is the one the page puts forward. */
  inForceSince: string | null;
}

/** A plan to compare others with; null where there is none. */
export function againstPlan(plan: PlanShown | null, inForceSince: string | null): Against | null {
  if (plan?.kind !== 'optimal') return null;
  return {
    officers: Object.fromEntries(plan.wards.map(({ code, dwo, pcso }) => [code, { dwo, pcso }])),
    inForceSince,
  };
}

/** How many more a ward has than in the plan compared with; 0 where that is not known. */
export function changeOf(against: Against | null, code: string, post: 'dwo' | 'pcso', now: number): number {
  const before = against?.officers[code];
  return before === undefined ? 0 : now - before[post];
}
