import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearestMixture } from './nearest-mixture.ts';

const SETTINGS = { seed: 8, numRuns: 400 };
const coordinate = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -3, max: 3, noNaN: true }));
const clouds = fc
  .record({ dimensions: fc.integer({ min: 1, max: 6 }), count: fc.integer({ min: 1, max: 15 }) })
  .chain(({ dimensions, count }) =>
    fc.record({
      dimensions: fc.constant(dimensions),
      rows: fc.array(fc.array(coordinate, { minLength: dimensions, maxLength: dimensions }), {
        minLength: count,
        maxLength: count,
      }),
      lift: fc.constantFrom(0, 2, 10),
    }),
  )
  // Some clouds about the origin, some beside it; whole coordinates bring points that repeat or lie in a plane of others.
  .map(({ dimensions, rows, lift }) => ({ dimensions, rows: rows.map((row) => row.map((x) => x + lift)) }));

it('no point lies nearer to the origin, as seen along the mixture, than the mixture itself: it is the nearest', () => {
  fc.assert(
    fc.property(clouds, fc.array(fc.nat(14), { maxLength: 4 }), ({ dimensions, rows }, some) => {
      const from = [...new Set(some.map((each) => each % rows.length))];
      const at = Float64Array.from(rows.flat());
      const { weights, support } = nearestMixture({ at, count: rows.length, dimensions }, from);
      const mixture = Array.from({ length: dimensions }, (_, k) =>
        rows.reduce((sum, row, point) => sum + (weights[point] ?? 0) * (row[k] ?? 0), 0),
      );
      const along = (row: readonly number[]) => row.reduce((sum, x, k) => sum + x * (mixture[k] ?? 0), 0);
      const scale = Math.max(...rows.map((row) => row.reduce((sum, x) => sum + x * x, 0)), 1e-9);
      expect(along(mixture) - Math.min(...rows.map(along))).toBeLessThanOrEqual(1e-8 * scale);
      expect([...weights].reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      for (const [point, weight] of weights.entries()) if (weight > 0) expect(support).toContain(point);
    }),
    SETTINGS,
  );
});
