import { expect, test } from 'vitest';
import expected from './distributions.expected.json' with { type: 'json' };
import * as d from './index.ts';

// The expected values are R's; `distributions.reference.R` makes them anew.

type Row = readonly (number | null)[];
type Calculate = (...given: number[]) => number;

/** Every row's last columns against the functions, as the largest relative error. */
function largestError(rows: readonly Row[], functions: readonly Calculate[]): number {
  let largest = 0;
  for (const row of rows) {
    const given = row.slice(0, row.length - functions.length).map(Number);
    functions.forEach((calculate, index) => {
      const wanted = row[row.length - functions.length + index];
      if (wanted === null || wanted === undefined) throw new Error(`R gave no number for ${given.join(', ')}`);
      const got = calculate(...given);
      // Beside the smallest number that has all its digits, a relative error says nothing.
      const error = Math.abs(wanted) < 1e-300 ? Math.abs(got - wanted) : Math.abs(got / wanted - 1);
      if (!(error <= largest)) largest = error;
    });
  }
  return largest;
}

test.each<[keyof typeof expected, Calculate[], number]>([
  ['normal', [d.normalLower, d.normalUpper], 1e-12],
  ['normalQuantiles', [d.normalQuantile, d.normalUpperQuantile], 1e-14],
  ['student', [d.studentLower, d.studentUpper], 1e-12],
  ['studentQuantiles', [d.studentQuantile, d.studentUpperQuantile], 1e-11],
  ['binomial', [d.binomialProbability, d.binomialLower, d.binomialUpper], 1e-11],
  ['binomialQuantiles', [d.binomialQuantile, d.binomialUpperQuantile], 0],
  ['poisson', [d.poissonProbability, d.poissonLower, d.poissonUpper], 1e-11],
  ['poissonQuantiles', [d.poissonQuantile, d.poissonUpperQuantile], 0],
  ['negativeBinomial', [d.negativeBinomialProbability, d.negativeBinomialLower, d.negativeBinomialUpper], 1e-11],
  ['negativeBinomialQuantiles', [d.negativeBinomialQuantile, d.negativeBinomialUpperQuantile], 0],
  ['gamma', [d.gammaLower, d.gammaUpper], 1e-11],
  ['gammaQuantiles', [d.gammaQuantile, d.gammaUpperQuantile], 1e-12],
  ['chiSquared', [d.chiSquaredLower, d.chiSquaredUpper], 1e-12],
  ['beta', [d.betaLower, d.betaUpper], 1e-12],
  ['betaQuantiles', [d.betaQuantile, d.betaUpperQuantile], 1e-12],
])('%s: relative error against R', (name, functions, tolerance) => {
  expect(expected[name].length).toBeGreaterThan(5);
  expect(largestError(expected[name], functions)).toBeLessThanOrEqual(tolerance);
});
