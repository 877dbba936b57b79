import { describe, expect, it } from 'vitest';
import { normal, seededRandom } from '../../statistics/random.ts';
import type { Comparison } from '../model.ts';
import { conformalP, conformalPOfTimes, pointwiseIntervals } from './conformal.ts';

/** Six comparison units about a common path, and a treated one with an effect from time 20 to 24. */
function comparison(effect: number, seed = 3, times = 24): Comparison {
  const random = seededRandom(seed);
  const path = Array.from({ length: times }, () => normal(random));
  const unit = () => path.map((value) => value + 0.5 * normal(random));
  const donors = Array.from({ length: 6 }, unit);
  const treated = unit().map((value, t) => (t < 20 ? value : value + effect));
  return { treated, donors, start: 20, treatedUnits: 1 };
}

describe.each(['did', 'sc', 'difp'] as const)('conformal p-values, predicted by %s', (predictor) => {
  it('are as small as they can be of a large effect, and large again where it is the hypothesis', () => {
    expect(conformalP(comparison(8), { predictor })).toBeCloseTo(1 / 24, 12);
    const none = conformalP(comparison(0), { predictor });
    expect(conformalP(comparison(8), { predictor, effects: [8, 8, 8, 8] })).toBeCloseTo(none, 12);
    expect(none).toBeGreaterThan(0.1);
  });

  it('do not change with the order of units, their scale, or what is added to all', () => {
    const { treated, donors, ...rest } = comparison(1);
    const turned = (row: readonly number[]) => row.map((value, t) => 8 * value + t * t - 5);
    const other = { ...rest, treated: turned(treated), donors: donors.map(turned).toReversed() };
    expect(conformalP(other, { predictor })).toBe(conformalP(comparison(1), { predictor }));
  });

  it('of single times give intervals that move with the effect, and none where the grid lies elsewhere', () => {
    const grid = Array.from({ length: 241 }, (_, at) => (at - 120) / 20);
    const moved = pointwiseIntervals(comparison(3), predictor, grid, 0.1);
    for (const [at, still] of pointwiseIntervals(comparison(0), predictor, grid, 0.1).entries()) {
      expect(moved[at]?.low).toBeCloseTo((still?.low ?? Number.NaN) + 3, 9);
      expect(moved[at]?.high).toBeCloseTo((still?.high ?? Number.NaN) + 3, 9);
      expect((still?.high ?? 0) - (still?.low ?? 0)).toBeLessThan(3);
    }
    expect(pointwiseIntervals(comparison(3), predictor, [-20, -19], 0.1)).toEqual([null, null, null, null]);
  });
});

it.each(['did', 'difp'] as const)(
  'donors that lie higher by a constant change nothing, predicted by %s',
  (predictor) => {
    const { donors, ...rest } = comparison(1);
    const shifted = { ...rest, donors: donors.map((row, at) => row.map((value) => value + 10 * at)) };
    expect(conformalP(shifted, { predictor })).toBe(conformalP(comparison(1), { predictor }));
  },
);

describe('conformal p-values by all choices of times', () => {
  it('are drawn where there are too many, near those that are counted out', () => {
    const counted = conformalPOfTimes(comparison(0.6), { predictor: 'sc' }, seededRandom(1));
    const many = comparison(0.6, 3, 44);
    const drawn = conformalPOfTimes(many, { predictor: 'sc' }, seededRandom(1), 999);
    expect(counted * 10_626).toBeCloseTo(Math.round(counted * 10_626), 8);
    expect(drawn * 1000).toBeCloseTo(Math.round(drawn * 1000), 8);
    expect(conformalPOfTimes(many, { predictor: 'sc' }, seededRandom(1), 999)).toBe(drawn);
  });

  it('are the share of choices whose residuals sum to as much', () => {
    // Residuals about the mean difference of 3: 3, 1, −1, −3 for one choice of two in six as large.
    const four: Comparison = { treated: [1, -1, 3, -3], donors: [[0, 0, 0, 0]], start: 2, treatedUnits: 1 };
    expect(conformalPOfTimes(four, { predictor: 'did' }, seededRandom(1))).toBeCloseTo(1 / 6, 12);
    expect(conformalP(four, { predictor: 'did' })).toBe(0.25);
  });

  it('are refused with no draws, and for lengths that do not fit', () => {
    expect(() => conformalPOfTimes(comparison(0), { predictor: 'sc' }, seededRandom(1), 0)).toThrow('cannot be drawn');
    expect(() => conformalP(comparison(0), { predictor: 'sc', effects: [1] })).toThrow('each time');
    expect(() => conformalP({ ...comparison(0), start: 24 }, { predictor: 'sc' })).toThrow('not within');
    expect(() => conformalP({ ...comparison(0), donors: [[1]] }, { predictor: 'sc' })).toThrow('comparison unit');
    expect(() => pointwiseIntervals(comparison(0), 'sc', [0], 0)).toThrow('between 0 and 1');
  });
});
