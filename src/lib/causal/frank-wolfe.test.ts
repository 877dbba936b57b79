import { describe, expect, it } from 'vitest';
import { frankWolfe } from './frank-wolfe.ts';
import { dualityGap, solveOnSimplex } from './solve-on-simplex.ts';

/** Donors at the corners (0, 0), (3, 0) and (0, 4) of a plane, the target at (0.6, 0.4): weights 0.7, 0.2 and 0.1. */
const corners = {
  gram: Float64Array.of(0, 0, 0, 0, 9, 0, 0, 0, 16),
  linear: Float64Array.of(0, 1.8, 1.6),
  ridge: 0,
  rows: 2,
  square: 0.52,
};

describe('weights as the reference package finds them', () => {
  it('come near the best, and stay above it', () => {
    const weights = frankWolfe({ ...corners, leastDecrease: 1e-5 });
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    [0.7, 0.2, 0.1].forEach((best, at) => {
      expect(Math.abs((weights[at] as number) - best)).toBeLessThan(0.02);
    });
    expect(dualityGap(corners, weights)).toBeGreaterThan(solveOnSimplex(corners).dualityGap);
  });

  it('stop the earlier the less a turn has to gain', () => {
    const gap = (leastDecrease: number) => dualityGap(corners, frankWolfe({ ...corners, leastDecrease }));
    expect(gap(0.3)).toBeGreaterThan(gap(1e-5));
  });
});
