export { conditionalPower, crossingProbabilities, sequentialBoundaries } from './boundaries.ts';
export { type LotAsked, type LotLook, lotCanCall, sequentialByLot } from './by-lot.ts';
export { simulatedCriticalValue } from './dispersed-maxsprt.ts';
export { logLikelihoodRatio, signallingCount } from './log-likelihood-ratio.ts';
export { criticalValue, groupedCriticalValue, groupedSignalChance, maxSprtPerformance } from './maxsprt.ts';
export { modelBoundary } from './model-boundary.ts';
export { type Spending, spentBy } from './spending.ts';
