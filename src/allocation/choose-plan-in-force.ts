import type { ListedPlan } from './model.ts';

/**
 * The plan in force on a date: the latest to come into force by then for those wards, a real one before a made-up one,
 * and of two of the same day the one published later. One that was withdrawn is none.
 * @param withSynthetic false leaves plans made from demonstration figures out
 */
export function choosePlanInForce(
  plans: readonly ListedPlan[],
  asked: { asAt: string; boundaryVersion: string; withSynthetic: boolean },
): ListedPlan | null {
  const candidates = plans.filter(
    (plan) =>
      plan.withdrawn === null &&
      plan.inForceFrom <= asked.asAt &&
      plan.boundaryVersion === asked.boundaryVersion &&
      (asked.withSynthetic || !plan.synthetic),
  );
  return candidates.toSorted(laterFirst)[0] ?? null;
}

const laterFirst = (a: ListedPlan, b: ListedPlan): number =>
  Number(a.synthetic) - Number(b.synthetic) ||
  (a.inForceFrom < b.inForceFrom ? 1 : a.inForceFrom > b.inForceFrom ? -1 : b.sequence - a.sequence);
