import type { OptimalPlan } from '../allocation/index.ts';

/**
 * What a plan comes to, in one short text: a reader who adopts it adopts these numbers and no others.
 * Two plans with the same number of officers in every ward have the same digest.
 */
export function planDigest(plan: OptimalPlan): string {
  return plan.wards.map(({ code, dwo, pcso }) => `${code}:${dwo}+${pcso}`).join(' ');
}
