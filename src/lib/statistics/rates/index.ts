export { katzShareRatio, logWaldRateRatio, type RatioEstimate } from './log-wald.ts';
export { mantelHaenszelRateRatio, type RateStratum, type StratifiedRatio } from './mantel-haenszel.ts';
export { boundsForUnknown, type StratumWithUnknown, type UnknownBounds } from './unknown-group.ts';
