import { InvalidArgument } from '../../invalid-argument.ts';
import { findPredictorWeights } from './find-predictor-weights.ts';
import { nearestMixture } from './nearest-mixture.ts';

/** A unit with what foretells its outcome. */
export interface PredictedUnit {
  /** Outcome at each time, length T. */
  outcomes: readonly number[];
  /** Figures of before the start that the comparison is to be like, K ≥ 1, in the same order for every unit. */
  predictors: readonly number[];
}

/** A synthetic control that is like the treated unit in its predictors. */
export interface PredictorFit {
  /** Mean effect over the times from the start on, in the units of the outcome. */
  estimate: number;
  /** One weight for each comparison unit, ≥ 0, summing to 1. */
  unitWeights: readonly number[];
  /** V: one weight for each predictor, each over its standard deviation, > 0, summing to 1. */
  predictorWeights: readonly number[];
  /** Mean squared gap before the start: what V was chosen to make small. */
  loss: number;
  /** Treated less comparison at each time. */
  gaps: readonly number[];
  preRmspe: number;
}

/** Predictors that are met to this share of a standard deviation are met. */
const MET = 1e-7;
/** How much more a predictor weighs than an outcome where predictors can all be met. */
const MET_FIRST = 1e5;

/**
 * Synthetic control with predictors: unit weights make the predictors alike, each as much as its weight in V says, and V
 * makes the outcomes before the start alike.
 *
 * Unit weights are exact for their V. V is looked for, as nobody knows a sure way: see {@link findPredictorWeights}; no
 * predictor weighs less than a millionth of another, so that unit weights are the only ones that are best. Where all
 * predictors can be met at once V makes no difference, and of the mixtures that meet them that of the nearest outcomes is
 * taken.
 * @param start index of the first treated time, 1 ≤ start < T
 * @throws InvalidArgument when lengths differ, a figure is not finite or the start is not within the times
 * @source Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746
 */
export function fitWithPredictors(
  treated: PredictedUnit,
  donors: readonly PredictedUnit[],
  start: number,
): PredictorFit {
  check(treated, donors, start);
  const predictors = differences(treated, donors, ({ predictors: each }) => each);
  const scales = treated.predictors.map((_, k) =>
    deviation([treated, ...donors].map((unit) => unit.predictors[k] as number)),
  );
  const scaled = predictors.map((row) => row.map((each, k) => each / (scales[k] as number)));
  const outcomes = differences(treated, donors, (unit) => unit.outcomes.slice(0, start));
  const { unitWeights, predictorWeights } =
    meetingAll(scaled, outcomes) ?? findPredictorWeights({ predictors: scaled, outcomes });
  const gaps = mixed(
    differences(treated, donors, (unit) => unit.outcomes),
    unitWeights,
  );
  const loss = gaps.slice(0, start).reduce((sum, gap) => sum + gap ** 2, 0) / start;
  const estimate = gaps.slice(start).reduce((sum, gap) => sum + gap, 0) / (gaps.length - start);
  return { estimate, unitWeights, predictorWeights, loss, gaps, preRmspe: Math.sqrt(loss) };
}

function check(treated: PredictedUnit, donors: readonly PredictedUnit[], start: number): void {
  const [times, count] = [treated.outcomes.length, treated.predictors.length];
  if (!(Number.isInteger(start) && start >= 1 && start < times))
    throw new InvalidArgument(`a start at ${start} is not within ${times} times`);
  if (donors.length === 0 || count === 0) throw new InvalidArgument('a comparison unit and a predictor are needed');
  for (const { outcomes, predictors } of [treated, ...donors]) {
    if (outcomes.length !== times || predictors.length !== count)
      throw new InvalidArgument('every unit has as many outcomes, and as many predictors, as the treated one');
    if (![...outcomes, ...predictors].every(Number.isFinite))
      throw new InvalidArgument('a figure is not a finite number');
  }
}

/** Treated less each donor. */
function differences(
  treated: PredictedUnit,
  donors: readonly PredictedUnit[],
  row: (unit: PredictedUnit) => readonly number[],
): number[][] {
  const own = row(treated);
  return donors.map((donor) => row(donor).map((value, at) => (own[at] as number) - value));
}

/** Standard deviation, by one less than their number; 1 where all are alike. */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return squares > 0 ? Math.sqrt(squares / (values.length - 1)) : 1;
}

function mixed(rows: readonly (readonly number[])[], weights: readonly number[]): number[] {
  return (rows[0] ?? []).map((_, t) =>
    rows.reduce((sum, row, at) => sum + (weights[at] as number) * (row[t] as number), 0),
  );
}

/** The mixture of nearest outcomes among those that meet all predictors; null where none does. */
function meetingAll(
  predictors: readonly (readonly number[])[],
  outcomes: readonly (readonly number[])[],
): { unitWeights: number[]; predictorWeights: number[] } | null {
  const count = (predictors[0] ?? []).length;
  const weights = nearest(predictors);
  if (mixed(predictors, weights).some((each) => Math.abs(each) > MET)) return null;
  const spread = Math.sqrt(outcomes.flat().reduce((sum, each) => sum + each ** 2, 0) / outcomes.length) || 1;
  const both = predictors.map((row, at) => [
    ...row.map((each) => each * MET_FIRST),
    ...(outcomes[at] as readonly number[]).map((each) => each / spread),
  ]);
  return { unitWeights: nearest(both), predictorWeights: Array.from({ length: count }, () => 1 / count) };
}

function nearest(rows: readonly (readonly number[])[]): number[] {
  const dimensions = (rows[0] ?? []).length;
  return [...nearestMixture({ at: Float64Array.from(rows.flat()), count: rows.length, dimensions }, []).weights];
}
