export { differenceOfShares } from './difference-of-shares.ts';
export { type BandedPercentile, percentileInBands } from './percentile-in-bands.ts';
export { shareInterval } from './share-interval.ts';
export { sharesDispersion } from './shares-dispersion.ts';
