import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dualityGap, type SimplexProgramme, scaleOf, solveOnSimplex } from './solve-on-simplex.ts';

const RUNS = { seed: 20261122, numRuns: 300 };

/** Whole numbers in tenths, so that donors repeat each other and mixtures of each other now and then. */
const point = (length: number) =>
  fc.array(
    fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
    { minLength: length, maxLength: length },
  );

/** Least squares of up to 14 donors over up to 10 times, singular as often as not, some donors twice, on any scale. */
const programmes: fc.Arbitrary<SimplexProgramme> = fc
  .record({ donors: fc.integer({ min: 1, max: 14 }), times: fc.integer({ min: 1, max: 10 }) })
  .chain(({ donors, times }) =>
    fc.record({
      donors: fc.array(point(times), { minLength: donors, maxLength: donors }),
      target: point(times),
      repeated: fc.integer({ min: 0, max: 3 }),
      ridge: fc.constantFrom(0, 1e-9, 0.1, 20),
      unit: fc.constantFrom(1e-9, 1, 1e7),
    }),
  )
  .map(({ donors, target, repeated, ridge, unit }) => {
    const rows = [...donors, ...donors.slice(0, repeated)];
    return leastSquares(
      rows.map((row) => row.map((value) => value * unit)),
      target.map((value) => value * unit),
      ridge * unit * unit,
    );
  });

function leastSquares(rows: number[][], target: number[], ridge: number): SimplexProgramme {
  const product = (one: number[], other: number[]) => one.reduce((sum, value, t) => sum + value * (other[t] ?? 0), 0);
  return {
    gram: Float64Array.from(rows.flatMap((one) => rows.map((other) => product(one, other)))),
    linear: Float64Array.from(rows, (row) => product(row, target)),
    ridge,
  };
}

function slopes({ gram, linear, ridge }: SimplexProgramme, weights: Float64Array): number[] {
  return Array.from(linear, (along, at) =>
    weights.reduce(
      (sum, weight, k) => sum + weight * (gram[at * weights.length + k] ?? 0),
      ridge * (weights[at] ?? 0) - along,
    ),
  );
}

function objective(programme: SimplexProgramme, weights: Float64Array): number {
  const { gram, linear, ridge } = programme;
  const size = weights.length;
  return weights.reduce(
    (sum, weight, at) =>
      sum +
      weight * ((ridge * weight) / 2 - (linear[at] ?? 0)) +
      (weight * weights.reduce((rest, other, k) => rest + other * (gram[at * size + k] ?? 0), 0)) / 2,
    0,
  );
}

/** The nearest weights ≥ 0 that sum to 1 (Held, Wolfe and Crowder 1974), in the plainest way. */
function nearest(values: number[]): Float64Array {
  const inOrder = values.toSorted((a, b) => b - a);
  let [sum, shift] = [0, 0];
  inOrder.forEach((value, at) => {
    sum += value;
    if (value - (sum - 1) / (at + 1) > 0) shift = (sum - 1) / (at + 1);
  });
  return Float64Array.from(values, (value) => Math.max(0, value - shift));
}

/** Projected gradient steps of a fixed length: slow, and nothing that could go wrong. */
function projected(programme: SimplexProgramme, steps: number): Float64Array {
  const size = programme.linear.length;
  const trace = programme.linear.reduce((sum, _, at) => sum + (programme.gram[at * size + at] ?? 0), programme.ridge);
  let weights = new Float64Array(size).fill(1 / size);
  for (let step = 0; step < steps && trace > 0; step += 1) {
    const slope = slopes(programme, weights);
    weights = nearest(Array.from(weights, (weight, at) => weight - (slope[at] ?? 0) / trace)) as typeof weights;
  }
  return weights;
}

test('weights are none below zero, sum to 1, and no unit with weight is worse than any other', () => {
  fc.assert(
    fc.property(programmes, (programme) => {
      const { weights, dualityGap: gap } = solveOnSimplex(programme);
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(gap).toBeLessThan(1e-12);
      const slope = slopes(programme, weights);
      const [least, scale] = [Math.min(...slope), scaleOf(programme)];
      weights.forEach((weight, at) => {
        if (weight > 1e-6) expect((slope[at] ?? 0) - least).toBeLessThanOrEqual(1e-6 * scale);
      });
    }),
    RUNS,
  );
});

test('nothing that slow steps find is better', () => {
  fc.assert(
    fc.property(programmes, (programme) => {
      const slow = projected(programme, 300);
      const { weights } = solveOnSimplex(programme);
      const scale = scaleOf(programme);
      expect(objective(programme, weights)).toBeLessThanOrEqual(objective(programme, slow) + 1e-12 * scale);
      // Their own gap bounds what is left between the two: both are right, or both gaps are wrong.
      expect(objective(programme, slow) - objective(programme, weights)).toBeLessThanOrEqual(
        (dualityGap(programme, slow) + 1e-12) * scale,
      );
    }),
    { ...RUNS, numRuns: 100 },
  );
});

test('where it begins changes nothing that a ridge makes the only answer', () => {
  fc.assert(
    fc.property(programmes, fc.array(fc.nat(9), { minLength: 17, maxLength: 17 }), (programme, parts) => {
      const size = programme.linear.length;
      const ridge = Math.max(programme.ridge, 1e-3 * scaleOf(programme));
      const start = parts.slice(0, size).map((part) => part + 1e-3);
      const total = start.reduce((sum, part) => sum + part, 0);
      const warm = solveOnSimplex(
        { ...programme, ridge },
        start.map((part) => part / total),
      );
      const cold = solveOnSimplex({ ...programme, ridge });
      cold.weights.forEach((weight, at) => {
        expect(warm.weights[at]).toBeCloseTo(weight, 9);
      });
    }),
    RUNS,
  );
});
