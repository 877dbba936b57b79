export { type Combine, combine } from './combine.ts';
export { fit } from './fit.ts';
export { groupsOf } from './groups-of.ts';
export {
  type ByLot,
  byLot,
  conformalP,
  type LotGroup,
  type Predictor,
  type RankInterval,
  rankInterval,
} from './inference/index.ts';
export type * from './model.ts';
export { type PlacebosInSpace, placebosInSpace } from './placebos-in-space.ts';
