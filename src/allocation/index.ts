export { explainWard } from './explain-ward.ts';
export type * from './model.ts';
export { parsePlanOptions } from './parse-plan-options.ts';
export { planFromDemand } from './plan-from-demand.ts';
export { TIERS } from './review.ts';
export { parseRulesFile } from './rules-file.ts';
export { allRules, datedRules, limitsFor } from './rules-in-force.ts';
export { gapSentence, sergeantOf } from './sergeant-lines.ts';
