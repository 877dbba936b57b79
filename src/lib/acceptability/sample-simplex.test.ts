import { describe, expect, it } from 'vitest';
import { seededRandom } from '../statistics/random.ts';
import { sampleSimplex } from './sample-simplex.ts';

const DRAWS = 40_000;

function draws(parts: number, seed = 1): Float64Array[] {
  const random = seededRandom(seed);
  return Array.from({ length: DRAWS }, () => {
    const weights = new Float64Array(parts);
    sampleSimplex(random, weights);
    return weights;
  });
}
const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe.each([2, 3, 6, 12])('weights of %i components', (parts) => {
  const drawn = draws(parts);
  const first = drawn.map((weights) => weights[0] ?? 0);
  const last = drawn.map((weights) => weights[parts - 1] ?? 0);

  it('sum to 1, and none is below 0', () => {
    const sums = drawn.map((weights) => weights.reduce((sum, weight) => sum + weight, 0));
    expect(sums.filter((sum) => !(Math.abs(sum - 1) < 1e-12))).toEqual([]);
    expect(drawn.filter((weights) => !weights.every((weight) => weight >= 0))).toEqual([]);
  });

  it('have the moments of the Dirichlet distribution with all parameters 1', () => {
    // Mean 1/k, variance (k − 1)/(k²(k + 1)), covariance −1/(k²(k + 1)); four standard errors of each.
    const variance = (parts - 1) / (parts ** 2 * (parts + 1));
    const tolerance = 4 * Math.sqrt(variance / DRAWS);
    expect(Math.abs(mean(first) - 1 / parts)).toBeLessThan(tolerance);
    expect(Math.abs(mean(last) - 1 / parts)).toBeLessThan(tolerance);
    expect(mean(first.map((weight) => (weight - 1 / parts) ** 2)) / variance).toBeCloseTo(1, 1);
    const together = mean(first.map((weight, draw) => (weight - 1 / parts) * ((last[draw] ?? 0) - 1 / parts)));
    expect(Math.abs(together + 1 / (parts ** 2 * (parts + 1)))).toBeLessThan((12 * variance) / Math.sqrt(DRAWS));
  });

  it('are each above t in (1 − t)^(k − 1) of the draws', () => {
    for (const t of [0.05, 0.2, 0.5]) {
      const exact = (1 - t) ** (parts - 1);
      const tolerance = 4 * Math.sqrt(Math.max(exact * (1 - exact), 1e-4) / DRAWS);
      for (const weights of [first, last])
        expect(Math.abs(weights.filter((weight) => weight > t).length / DRAWS - exact)).toBeLessThan(tolerance);
    }
  });
});

it('gives equal weights for equal seeds, on every machine', () => {
  const [one, two] = [new Float64Array(3), new Float64Array(3)];
  sampleSimplex(seededRandom(7), one);
  sampleSimplex(seededRandom(7), two);
  expect(one).toEqual(two);
  // Of 2 points drawn, p ≤ q: the parts are p, q − p and 1 − q.
  const random = seededRandom(7);
  const [p = 0, q = 0] = [random(), random()].toSorted((a, b) => a - b);
  expect(Array.from(one)).toEqual([p, q - p, 1 - q]);
});

it('gives one component all the weight', () => {
  const only = new Float64Array(1);
  sampleSimplex(seededRandom(1), only);
  expect(only[0]).toBe(1);
});
