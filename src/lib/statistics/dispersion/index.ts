export { compareDispersed } from './compare-dispersed.ts';
export type { EarlierSpans } from './earlier-pairs.ts';
export { type Dispersion, estimateDispersion } from './estimate-dispersion.ts';
export type { DispersedReference } from './reference-distribution.ts';
