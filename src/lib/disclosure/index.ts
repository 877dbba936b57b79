export { additiveRelations, type Breakdown } from './additive-relations.ts';
export { type AuditResult, audit, type SeenCell } from './audit.ts';
export { type ControlledRelease, controlDisclosure } from './control-disclosure.ts';
export {
  basesBehindPercentChange,
  type CountRange,
  countsBehindPercentChange,
  countsBehindRate,
  revealsCount,
} from './counts-behind-rate.ts';
export type { Interval } from './feasible-intervals.ts';
export * from './release.ts';
