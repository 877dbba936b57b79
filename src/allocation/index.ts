export { explainWard } from './explain-ward.ts';
export type * from './model.ts';
export { planFromDemand } from './plan-from-demand.ts';
export { allRules, limitsFor } from './rules-in-force.ts';
