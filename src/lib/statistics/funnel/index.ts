export { exactChance, exactLimits, interpolatedLimits, wholeLimits } from './exact-limits.ts';
export { type Funnel, type FunnelOptions, funnelOf, type JudgedUnit } from './funnel.ts';
export type * from './model.ts';
export { dispersionFactor, varianceBetween, winsorise } from './overdispersion.ts';
