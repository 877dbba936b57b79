import type { OptimalPlan } from './model.ts';

/**
 * A plan without the officers each ward had before it: they may be those posted, which are for who may read postings. What
 * stays is where they come from, since rules are counted against them. A decision that goes with it stays whole: it is
 * made of what may be known (writeDecision).
 */
export function forReaders<Given extends OptimalPlan>(plan: Given): Given {
  const { current } = plan;
  if (current === null) return plan;
  const about = new Set(current.remarks);
  return {
    ...plan,
    current: { source: current.source, officers: null },
    remarks: plan.remarks.filter((remark) => !about.has(remark)),
  };
}
