import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normal, seededRandom } from '../statistics/random.ts';
import { fitComparison } from './fit-comparison.ts';
import type { Comparison, Method } from './model.ts';

const RUNS = { seed: 20261122, numRuns: 60 };
const METHODS: Method[] = ['did', 'sc', 'difp', 'sdid'];

/** Series that move together in part; fewer times before the start than donors as often as more. */
const comparisons: fc.Arbitrary<Comparison> = fc
  .record({
    seed: fc.nat(),
    donors: fc.integer({ min: 2, max: 12 }),
    start: fc.integer({ min: 4, max: 20 }),
    after: fc.integer({ min: 1, max: 6 }),
    treatedUnits: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ seed, donors, start, after, treatedUnits }) => {
    const random = seededRandom(seed);
    const common = Array.from({ length: start + after }, () => normal(random));
    const series = () => {
      const [level, share] = [3 * normal(random), normal(random)];
      return common.map((each) => level + share * each + 0.5 * normal(random));
    };
    return { treated: series(), donors: Array.from({ length: donors }, series), start, treatedUnits };
  });

function changed(comparison: Comparison, change: (value: number, t: number) => number): Comparison {
  const { treated, donors } = comparison;
  return { ...comparison, treated: treated.map(change), donors: donors.map((donor) => donor.map(change)) };
}

/** Fails unless the estimate, every gap and every weight are the same, gaps times a scale. */
function mustAgree(one: Comparison, other: Comparison, method: Method, scale = 1): void {
  const [left, right] = [fitComparison(one, method), fitComparison(other, method)];
  const size = Math.max(...one.donors.flat().map(Math.abs), 1);
  expect(Math.abs(right.estimate / scale - left.estimate)).toBeLessThan(1e-5 * size);
  left.gaps.forEach((gap, t) => {
    expect(Math.abs((right.gaps[t] as number) / scale - gap)).toBeLessThan(1e-5 * size);
  });
  expect(Math.abs(right.preRmspe / scale - left.preRmspe)).toBeLessThan(1e-5 * size);
}

const every = (property: (comparison: Comparison, method: Method) => void) =>
  fc.assert(fc.property(comparisons, fc.constantFrom(...METHODS), property), { ...RUNS, numRuns: 4 * RUNS.numRuns });

test('a constant added to all changes nothing', () => {
  every((comparison, method) =>
    mustAgree(
      comparison,
      changed(comparison, (value) => value + 1000),
      method,
    ),
  );
});

test('a scale changes gaps by itself alone', () => {
  for (const scale of [1e-6, 250]) {
    every((comparison, method) =>
      mustAgree(
        comparison,
        changed(comparison, (value) => value * scale),
        method,
        scale,
      ),
    );
  }
});

test('a common trend changes nothing', () => {
  every((comparison, method) =>
    mustAgree(
      comparison,
      changed(comparison, (value, t) => value + 0.3 * t),
      method,
    ),
  );
});

test('what befalls all at a time changes nothing, but the noise that spreads SDID out', () => {
  fc.assert(
    fc.property(comparisons, fc.constantFrom<Method>('did', 'sc', 'difp'), (comparison, method) => {
      mustAgree(
        comparison,
        changed(comparison, (value, t) => value + Math.sin(5 * t)),
        method,
      );
    }),
    { ...RUNS, numRuns: 3 * RUNS.numRuns },
  );
});

test('the order of donors changes nothing', () => {
  every((comparison, method) =>
    mustAgree(comparison, { ...comparison, donors: comparison.donors.toReversed() }, method),
  );
});

test('a constant added to the treated series is no effect where a fixed difference is allowed', () => {
  fc.assert(
    fc.property(comparisons, fc.constantFrom<Method>('did', 'difp', 'sdid'), (comparison, method) => {
      mustAgree(comparison, { ...comparison, treated: comparison.treated.map((value) => value + 7) }, method);
    }),
    RUNS,
  );
});

test('an effect added after the start is found whole, and changes no weight', () => {
  every((comparison, method) => {
    const { start, treated } = comparison;
    const moved = { ...comparison, treated: treated.map((value, t) => (t < start ? value : value + 2)) };
    const [before, after] = [fitComparison(comparison, method), fitComparison(moved, method)];
    expect(after.estimate - before.estimate).toBeCloseTo(2, 10);
    expect(after.unitWeights).toEqual(before.unitWeights);
  });
});

test('a treated series that has a copy among its donors has no effect, up to a fixed difference for DIFP', () => {
  fc.assert(
    fc.property(comparisons, (comparison) => {
      // With fewer times than donors others mix to the same before the start; the copy must be the only answer.
      fc.pre(comparison.start > comparison.donors.length + 2);
      const donors = [...comparison.donors, comparison.treated];
      expect(fitComparison({ ...comparison, donors }, 'sc').estimate).toBeCloseTo(0, 5);
      const shifted = comparison.treated.map((value) => value + 5);
      expect(fitComparison({ ...comparison, donors, treated: shifted }, 'difp').estimate).toBeCloseTo(0, 5);
    }),
    RUNS,
  );
});
