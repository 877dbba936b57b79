import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsForUnknown, mantelHaenszelRateRatio } from './index.ts';

const count = fc.integer({ min: 1, max: 40 });
const exposure = fc.integer({ min: 1, max: 2000 });
const stratum = fc.record({ cases: fc.tuple(count, count), exposure: fc.tuple(exposure, exposure) });
const strata = fc.array(stratum, { minLength: 2, maxLength: 12 });
const RUNS = { seed: 7, numRuns: 60 };
const numbers = ({ ratio, interval, clusteredInterval }: ReturnType<typeof mantelHaenszelRateRatio>): number[] => [
  ratio ?? Number.NaN,
  ...interval,
  ...(clusteredInterval ?? []),
];

function same(got: number[], wanted: number[]): void {
  wanted.forEach((each, at) => {
    expect(Math.log(got[at] ?? Number.NaN)).toBeCloseTo(Math.log(each), 8);
  });
}

it('turns over when the groups change places', () => {
  fc.assert(
    fc.property(strata, (given) => {
      const turned = given.map(({ cases: [a, b], exposure: [m, n] }) => ({
        ...{ cases: [b, a] as [number, number], exposure: [n, m] as [number, number] },
      }));
      const { ratio, interval, clusteredInterval } = mantelHaenszelRateRatio(given);
      const over = ([low, high]: readonly [number, number]): number[] => [1 / high, 1 / low];
      same(numbers(mantelHaenszelRateRatio(turned)), [
        1 / (ratio ?? Number.NaN),
        ...over(interval),
        ...(clusteredInterval === null ? [] : over(clusteredInterval)),
      ]);
    }),
    RUNS,
  );
});

it('knows neither the unit of exposure nor the order of the strata', () => {
  fc.assert(
    fc.property(strata, fc.double({ min: 0.1, max: 1000, noNaN: true }), (given, unit) => {
      const changed = given
        .toReversed()
        .map(({ cases, exposure: [m, n] }) => ({ cases, exposure: [m * unit, n * unit] as [number, number] }));
      same(numbers(mantelHaenszelRateRatio(changed)), numbers(mantelHaenszelRateRatio(given)));
    }),
    RUNS,
  );
});

it('lies between the bounds, whatever the group of each unknown event', () => {
  const withUnknown = fc.record({
    cases: fc.tuple(count, count),
    exposure: fc.tuple(exposure, exposure),
    first: count,
    second: count,
    other: count,
  });
  fc.assert(
    fc.property(fc.array(withUnknown, { minLength: 1, maxLength: 8 }), (given) => {
      const bounds = boundsForUnknown(
        given.map(({ cases, exposure: both, first, second, other }) => ({
          ...{ cases, exposure: both, unknown: first + second + other, known: cases[0] + cases[1] },
        })),
      );
      const truth = mantelHaenszelRateRatio(
        given.map(({ cases: [a, b], exposure: both, first, second }) => ({
          cases: [a + first, b + second],
          exposure: both,
        })),
      ).ratio;
      expect(truth).toBeGreaterThanOrEqual(bounds.lowest ?? Number.NaN);
      expect(truth).toBeLessThanOrEqual(bounds.highest ?? Number.NaN);
    }),
    RUNS,
  );
});
