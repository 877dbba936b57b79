export { type ByLot, byLot, type Rank, rankAmong } from './by-lot.ts';
export { conformalP, conformalPOfTimes, pointwiseIntervals } from './conformal.ts';
export { type LotGaps, type LotGroup, type RankInterval, rankInterval, ratioInterval } from './rank-interval.ts';
export type { Predictor } from './residuals-under-null.ts';
export { turningOdds } from './turning-odds.ts';
