export { type Combine, combine } from './combine.ts';
export { countGroups, drawGroups } from './draw-groups.ts';
export { estimatePanel, type PanelAnswer, type PanelEstimate, type PanelQuestion } from './estimate-panel.ts';
export { fitComparison } from './fit-comparison.ts';
export { groupsOf } from './groups-of.ts';
export {
  type ByLot,
  byLot,
  conformalP,
  type LotGroup,
  type Predictor,
  type RankInterval,
  rankInterval,
  type Side,
  standingIn,
  standOut,
} from './inference/index.ts';
export { isPoorFit } from './is-poor-fit.ts';
export { leaveOneOut, type WithoutDonor } from './leave-one-out.ts';
export type * from './model.ts';
export { type PlacebosInSpace, placebosInSpace } from './placebos-in-space.ts';
export { type EarlierStart, placebosInTime } from './placebos-in-time.ts';
export { fitWithPredictors, type PredictorFit } from './predictors/index.ts';
