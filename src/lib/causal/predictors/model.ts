/** Treated less donor, a row for each donor. */
export interface PredictorQuestion {
  /** Donors × K, each predictor over its standard deviation. */
  predictors: readonly (readonly number[])[];
  /** Donors × times before the start. */
  outcomes: readonly (readonly number[])[];
}
