import { cholesky, solveFactored } from '../../statistics/regression/cholesky.ts';
import type { PredictorQuestion } from './model.ts';

/**
 * How much each predictor foretells the outcomes of the donors, by least squares: its squared slopes over all times before
 * the start, as shares of those of all predictors. Equal shares where the donors are too few to tell.
 * @returns K weights > 0
 */
export function regressionWeights({ predictors, outcomes }: PredictorQuestion): number[] {
  const [rows, targets] = [aboutMeans(predictors), aboutMeans(outcomes)];
  const count = (predictors[0] ?? []).length;
  const sum = (of: (donor: number) => number) => rows.reduce((all, _, donor) => all + of(donor), 0);
  const entry = (table: readonly (readonly number[])[], donor: number, at: number) => table[donor]?.[at] as number;
  const factor = cholesky(
    Array.from({ length: count }, (_, one) =>
      Float64Array.from({ length: count }, (_, other) =>
        sum((donor) => entry(rows, donor, one) * entry(rows, donor, other)),
      ),
    ),
  );
  if (!factor) return Array.from({ length: count }, () => 1 / count);
  const squares = new Float64Array(count).fill(Number.MIN_VALUE);
  for (let t = 0; t < (outcomes[0] ?? []).length; t += 1) {
    const right = Float64Array.from({ length: count }, (_, k) =>
      sum((donor) => entry(rows, donor, k) * entry(targets, donor, t)),
    );
    for (const [k, slope] of solveFactored(factor, right).entries()) squares[k] = (squares[k] as number) + slope ** 2;
  }
  const all = squares.reduce((total, each) => total + each, 0);
  return [...squares].map((each) => each / all);
}

function aboutMeans(rows: readonly (readonly number[])[]): number[][] {
  const means = (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] as number), 0) / rows.length);
  return rows.map((row) => row.map((value, at) => value - (means[at] as number)));
}
