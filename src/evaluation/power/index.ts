export { expectedDrift } from './expected-drift.ts';
export type * from './model.ts';
export { smallestSeen } from './smallest-seen.ts';
