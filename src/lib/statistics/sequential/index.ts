export { lotCanCall, sequentialByLot } from './by-lot.ts';
export { simulatedCriticalValue } from './dispersed-maxsprt.ts';
export { logLikelihoodRatio, signallingCount } from './log-likelihood-ratio.ts';
export { groupedCriticalValue } from './maxsprt.ts';
export { modelBoundary } from './model-boundary.ts';
export { type Spending, spentBy } from './spending.ts';
