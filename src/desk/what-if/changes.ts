import type { PlanShown } from '../plan-shown.ts';

/** Officers of each ward in the plan a page began with, by the ward's code. */
export type Began = Record<string, { dwo: number; pcso: number }>;

/** The plan's numbers, to compare others with; null where there is no plan. */
export function beganWith(plan: PlanShown | null): Began | null {
  if (plan?.kind !== 'optimal') return null;
  return Object.fromEntries(plan.wards.map(({ code, dwo, pcso }) => [code, { dwo, pcso }]));
}

/** How many more a ward has than the page began with; 0 where that is not known. */
export function changeOf(began: Began | null, code: string, post: 'dwo' | 'pcso', now: number): number {
  const before = began?.[code];
  return before === undefined ? 0 : now - before[post];
}
