export { fitWithPredictors, type PredictedUnit, type PredictorFit } from './fit-with-predictors.ts';
