export { type ByLot, byLot, rankAmong } from './by-lot.ts';
export { conformalP } from './conformal.ts';
export type { LotGroup } from './lot-group.ts';
export { type RankInterval, rankInterval } from './rank-interval.ts';
export type { Predictor } from './residuals-under-null.ts';
export { type Side, standingIn, standOut } from './stand-out.ts';
