import type { PredictorQuestion } from './model.ts';
import { nearestMixture } from './nearest-mixture.ts';
import { type Found, nelderMead } from './nelder-mead.ts';
import { regressionWeights } from './regression-weights.ts';
import { spreadPoints } from './spread-points.ts';

/** Logarithm of the least that a predictor weighs beside the heaviest: a millionth. */
const LEAST = Math.log(1e-6);
/** Points tried before any is followed downhill. */
const TRIED = 1000;
/** Points that are followed, the best of those tried first, and how far. */
const FOLLOWED = 12;
const FIRST_STEPS = 400;
const LAST_STEPS = 2000;
/** How far apart the corners of a simplex begin, in logarithms. */
const STEP = 1.5;

/**
 * Looks for the predictor weights V whose unit weights make the mean squared gap of outcomes least. That loss has many low
 * points. So: equal weights, weights by regression, each predictor heavy by itself, and points spread evenly over the
 * logarithms are all tried; the best twelve are followed downhill, and the best two of these again, to their end. The same
 * question has the same answer always; of answers that are equally good the first is taken.
 * @source by regression: as the authors' package Synth for R; that a search from one start is not enough: Malo, Eskelinen,
 *   Zhou and Kuosmanen (2023), Computing Synthetic Controls Using Bilevel Optimization, doi:10.1007/s10614-023-10471-7
 */
export function findPredictorWeights(question: PredictorQuestion): {
  unitWeights: number[];
  predictorWeights: number[];
} {
  const count = (question.predictors[0] ?? []).length;
  const solver = solverOf(question);
  const even = Array.from({ length: count }, () => 0);
  const starts = [
    even,
    regressionWeights(question).map((weight) => Math.max(LEAST, Math.log(weight))),
    ...even.map((_, heavy) => even.map((_, k) => (k === heavy ? 0 : LEAST / 2))),
    ...spreadPoints(TRIED, count).map((point) => point.map((share) => share * LEAST)),
  ];
  const tried = starts.map((at): Found => ({ at, value: solver.loss(at) })).toSorted(byValue);
  const followed = tried.slice(0, FOLLOWED).map(({ at }) => nelderMead(solver.loss, at, STEP, FIRST_STEPS));
  const ends = followed
    .toSorted(byValue)
    .slice(0, 2)
    .map(({ at }) => nelderMead(solver.loss, at, STEP, LAST_STEPS));
  const best = [...ends, ...followed].toSorted(byValue)[0] as Found;
  const weights = predictorWeights(best.at);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return { unitWeights: [...solver.unitWeights(best.at)], predictorWeights: weights.map((weight) => weight / all) };
}

function byValue(one: Found, other: Found): number {
  return one.value - other.value;
}

/** Weights by their logarithms, the heaviest 1 and none under the least. */
function predictorWeights(logs: readonly number[]): number[] {
  const most = Math.max(...logs);
  return logs.map((log) => Math.exp(Math.max(LEAST, log - most)));
}

function solverOf({ predictors, outcomes }: PredictorQuestion) {
  const count = predictors.length;
  const dimensions = (predictors[0] ?? []).length;
  const at = new Float64Array(count * dimensions);
  let support: number[] = [];
  const unitWeights = (logs: readonly number[]): Float64Array => {
    const roots = predictorWeights(logs).map(Math.sqrt);
    for (const [donor, row] of predictors.entries())
      for (let k = 0; k < dimensions; k += 1) at[donor * dimensions + k] = (row[k] as number) * (roots[k] as number);
    const nearest = nearestMixture({ at, count, dimensions }, support);
    support = nearest.support;
    return nearest.weights;
  };
  const loss = (logs: readonly number[]): number => {
    const weights = unitWeights(logs);
    const gaps = new Float64Array((outcomes[0] ?? []).length);
    for (const donor of support)
      for (let t = 0; t < gaps.length; t += 1)
        gaps[t] =
          (gaps[t] as number) + (weights[donor] as number) * ((outcomes[donor] as readonly number[])[t] as number);
    return gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length;
  };
  return { unitWeights, loss };
}
