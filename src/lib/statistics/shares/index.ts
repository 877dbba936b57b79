export { differenceOfShares, type EstimatedShare, type ShareDifference } from './difference-of-shares.ts';
export { type Band, type BandedPercentile, percentileInBands } from './percentile-in-bands.ts';
export { shareInterval } from './share-interval.ts';
export { type ShareOfMonth, type SharesDispersion, sharesDispersion } from './shares-dispersion.ts';
