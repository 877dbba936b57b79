import { expect, it } from 'vitest';
import { gChartLines, geometricLimits, tChartLines } from './rare-events.ts';
import { uChartLines } from './u-chart.ts';

// R 4.2.2: qgeom(c(0.00135, 0.02275, 0.5, 0.97725, 0.99865), p), and ppois of the Poisson limits.
it('limits of months without any are the quantiles of the geometric distribution', () => {
  expect(geometricLimits(0.3)).toEqual({ centre: 1, lower: 0, lowerTwoThirds: 0, upperTwoThirds: 10, upper: 18 });
  expect(geometricLimits(0.05)).toMatchObject({ centre: 13, lowerTwoThirds: 0, upperTwoThirds: 73, upper: 128 });
  for (const chance of [0.02, 0.1, 0.4, 0.8]) {
    const { upper } = geometricLimits(chance);
    expect((1 - chance) ** (upper + 1)).toBeLessThanOrEqual(0.00135);
    if (upper > 0) expect((1 - chance) ** upper).toBeGreaterThan(0.00134);
  }
});

it('the chance of an event is one less than the events of the baseline over the times', () => {
  expect(gChartLines([0, 3, 1, 4, 0]).chance).toBeCloseTo(4 / 12, 12);
  expect(() => gChartLines([3])).toThrow('at least two');
});

it('times between events are judged on the power at which they are nearly normal', () => {
  // Worked by hand: 1 and 2^3.6 become 1 and 2; mean 1.5, range 1, limits 1.5 ± 2.66, the lower one below none.
  const { centre, lower, upper } = tChartLines([1, 2 ** 3.6]);
  expect(centre).toBeCloseTo(1.5 ** 3.6, 10);
  expect(upper).toBeCloseTo(4.16 ** 3.6, 8);
  expect(lower).toBe(0);
  expect(() => tChartLines([-1])).toThrow('not negative');
});

it('rates that scatter as Poisson counts have exact limits, wider ones where they scatter more', () => {
  const even = [21, 19, 20, 20, 21, 19].map((count) => ({ count, exposure: 2 }));
  const exact = uChartLines(even, even);
  expect(exact.spread).toBeLessThan(1);
  // R: qpois(0.00135, 20) = 8, qpois(0.99865, 20) = 35; over an exposure of 2.
  expect(exact.limits[0]).toMatchObject({ centre: 10, lower: 4, upper: 17.5 });
  const wild = [5, 60, 4, 70, 6, 50].map((count) => ({ count, exposure: 2 }));
  const { limits, spread } = uChartLines([...wild, { count: 30, exposure: 8 }], wild);
  expect(spread).toBeGreaterThan(3);
  const reach = (at: number) => (limits[at]?.upper ?? 0) - (limits[at]?.centre ?? 0);
  expect(reach(0) / reach(6)).toBeCloseTo(2, 10);
});
