import { InvalidArgument } from '../../invalid-argument.ts';
import type { Comparison } from '../model.ts';
import { solveOnSimplex } from '../solve-on-simplex.ts';

/**
 * How the treated series is predicted from the others: 'did' by their mean and a fixed difference, 'sc' by weights that are no
 * less than zero and sum to 1, 'difp' by such weights and a fixed difference.
 */
export type Predictor = 'did' | 'sc' | 'difp';

/**
 * Treated less predicted at every time, with the hypothetical effects taken from the treated series and the prediction
 * fitted at all times, those after the start included: so that under the hypothesis no time is unlike another.
 * @param effects one for each time from the start on
 * @param near weights of a similar fit, to begin from
 * @returns residuals of length T, and weights of the comparison units
 * @throws InvalidArgument when lengths differ or a value is not finite
 */
export function residualsUnderNull(
  { treated, donors, start }: Comparison,
  predictor: Predictor,
  effects: readonly number[],
  near?: ArrayLike<number>,
): { residuals: number[]; weights: ArrayLike<number> } {
  check({ treated, donors, start }, effects);
  const untreated = treated.map((value, t) => (t < start ? value : value - (effects[t - start] as number)));
  const differences = donors.map((donor) => {
    const row = donor.map((value, t) => (untreated[t] as number) - value);
    return predictor === 'sc' ? row : aboutMean(row);
  });
  const weights = predictor === 'did' ? donors.map(() => 1 / donors.length) : nearest(differences, near);
  const residuals = treated.map((_, t) =>
    differences.reduce((sum, row, at) => sum + (weights[at] as number) * (row[t] as number), 0),
  );
  return { residuals, weights };
}

function check(
  { treated, donors, start }: Pick<Comparison, 'treated' | 'donors' | 'start'>,
  effects: readonly number[],
) {
  const times = treated.length;
  if (!(Number.isInteger(start) && start >= 1 && start < times))
    throw new InvalidArgument(`a start at ${start} is not within ${times} times`);
  if (donors.length === 0 || donors.some((donor) => donor.length !== times))
    throw new InvalidArgument('there is a comparison unit, and each has a value for each time');
  if (effects.length !== times - start)
    throw new InvalidArgument('an effect is needed for each time from the start on');
  if (![treated, effects, ...donors].every((row) => row.every(Number.isFinite)))
    throw new InvalidArgument('a value is not a finite number');
}

function aboutMean(row: readonly number[]): number[] {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  return row.map((value) => value - mean);
}

/** Weights of the mixture of rows that is nearest to zero. */
function nearest(rows: readonly (readonly number[])[], near?: ArrayLike<number>): Float64Array {
  const size = rows.length;
  const gram = new Float64Array(size * size);
  for (const [one, row] of rows.entries()) {
    for (let other = 0; other <= one; other += 1) {
      const product = row.reduce((sum, value, t) => sum + value * ((rows[other] as readonly number[])[t] as number), 0);
      gram[one * size + other] = product;
      gram[other * size + one] = product;
    }
  }
  return solveOnSimplex({ gram, linear: new Float64Array(size), ridge: 0 }, near).weights;
}
