import type { OptimalPlan } from './model.ts';

/**
 * A plan without the officers each ward had before it: they may be those posted, which are for who may read postings. What
 * stays is where they come from, since rules are counted against them.
 */
export function forReaders(plan: OptimalPlan): OptimalPlan {
  const { current } = plan;
  if (current === null) return plan;
  const about = new Set(current.remarks);
  return {
    ...plan,
    current: { source: current.source, officers: null },
    remarks: plan.remarks.filter((remark) => !about.has(remark)),
  };
}
