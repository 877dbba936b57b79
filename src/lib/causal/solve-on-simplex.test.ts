import { describe, expect, it } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import { dualityGap, solveOnSimplex } from './solve-on-simplex.ts';

describe('weights on the simplex', () => {
  it('are those of the nearest point of a line', () => {
    // Donors at 0 and 4, target at 1.
    const { weights, dualityGap: gap } = solveOnSimplex({
      gram: Float64Array.of(0, 0, 0, 16),
      linear: Float64Array.of(0, 4),
      ridge: 0,
    });
    expect(weights[0]).toBeCloseTo(0.75, 14);
    expect(weights[1]).toBeCloseTo(0.25, 14);
    expect(gap).toBeLessThan(1e-15);
  });

  it('are all on the one unit there is', () => {
    expect([...solveOnSimplex({ gram: Float64Array.of(3), linear: Float64Array.of(-7), ridge: 0 }).weights]).toEqual([
      1,
    ]);
  });

  it('are equal where nothing tells units apart, and between copies with a ridge', () => {
    const nothing = { gram: new Float64Array(9), linear: new Float64Array(3), ridge: 0 };
    expect([...solveOnSimplex(nothing).weights]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    const copies = { gram: Float64Array.of(4, 4, 4, 4), linear: Float64Array.of(1, 1), ridge: 1e-6 };
    expect(solveOnSimplex(copies).weights[0]).toBeCloseTo(0.5, 6);
  });

  it('show a gap where they are not the best', () => {
    // The target is the first of two donors at right angles: all weight on the second costs 1 more than on the first.
    const programme = { gram: Float64Array.of(1, 0, 0, 1), linear: Float64Array.of(1, 0), ridge: 0 };
    expect(dualityGap(programme, Float64Array.of(0, 1))).toBe(2);
    expect(dualityGap(programme, Float64Array.of(1, 0))).toBe(0);
  });

  it('refuse shapes that do not fit', () => {
    const linear = Float64Array.of(1, 2);
    expect(() => solveOnSimplex({ gram: new Float64Array(3), linear, ridge: 0 })).toThrow(InvalidArgument);
    expect(() => solveOnSimplex({ gram: new Float64Array(4), linear, ridge: 0 }, [1])).toThrow(InvalidArgument);
    expect(() => solveOnSimplex({ gram: new Float64Array(0), linear: new Float64Array(0), ridge: 0 })).toThrow(
      InvalidArgument,
    );
  });
});
