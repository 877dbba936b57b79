export { conditionalPower, crossingProbabilities, sequentialBoundaries } from './boundaries.ts';
export { type LotAsked, type LotLook, lotCanCall, sequentialByLot } from './by-lot.ts';
export { modelBoundary } from './model-boundary.ts';
export { type Spending, spentBy } from './spending.ts';
