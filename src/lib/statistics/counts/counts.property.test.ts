import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialInterval, binomialTest, compareCounts, compareCountsMidP, eTest, poissonInterval } from './index.ts';

const SEED = { seed: 20_260_303, numRuns: 150 };
const count = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5000 }));
const days = fc.integer({ min: 28, max: 366 });
const ratio = fc.double({ min: 0.2, max: 5, noNaN: true });
const close = (got: number, wanted: number) =>
  expect(got === wanted || Math.abs(got / wanted - 1) < 1e-9, `${got} beside ${wanted}`).toBe(true);

test.each([
  ['exact', compareCounts],
  ['mid-p', compareCountsMidP],
])('%s: exchanging the counts inverts the interval and keeps the p-value', (_, compare) => {
  fc.assert(
    fc.property(count, count, days, days, ratio, (a, b, now, before, value) => {
      const one = compare(a, b, { exposure: [now, before], ratio: value });
      const other = compare(b, a, { exposure: [before, now], ratio: 1 / value });
      close(other.pValue, one.pValue);
      close(other.interval[0], 1 / one.interval[1]);
      close(other.interval[1], 1 / one.interval[0]);
    }),
    SEED,
  );
});

test.each([
  ['exact', compareCounts],
  ['mid-p', compareCountsMidP],
])('%s: only the ratio of the exposures matters, and the interval holds the ratio seen', (_, compare) => {
  fc.assert(
    fc.property(count, count, days, days, (a, b, now, before) => {
      const one = compare(a, b, { exposure: [now, before] });
      const scaled = compare(a, b, { exposure: [now * 24, before * 24] });
      close(scaled.pValue, one.pValue);
      close(scaled.interval[1], one.interval[1]);
      const doubled = compare(a, b, { exposure: [now, 2 * before] });
      close(doubled.interval[0], 2 * one.interval[0]);
      if (one.ratio !== null) {
        expect(one.interval[0]).toBeLessThanOrEqual(one.ratio);
        expect(one.interval[1]).toBeGreaterThanOrEqual(one.ratio);
      }
      expect(one.ratio === null).toBe(b === 0);
    }),
    SEED,
  );
});

test.each([
  ['exact', compareCounts],
  ['mid-p', compareCountsMidP],
])('%s: the p-value of a limit is what the level leaves', (_, compare) => {
  fc.assert(
    fc.property(count, count, days, fc.constantFrom(0.8, 0.95, 0.99), (a, b, now, level) => {
      const options = { exposure: [now, 365], level } as const;
      for (const end of compare(a, b, options).interval) {
        if (end === 0 || !Number.isFinite(end)) continue;
        close(compare(a, b, { ...options, ratio: end }).pValue, 1 - level);
      }
    }),
    SEED,
  );
});

test('more current events move both limits up', () => {
  fc.assert(
    fc.property(count, count, (a, b) => {
      for (const compare of [compareCounts, compareCountsMidP]) {
        const [fewer, more] = [compare(a, b).interval, compare(a + 1, b).interval];
        expect(more[0]).toBeGreaterThan(fewer[0]);
        expect(more[1] > fewer[1] || b === 0).toBe(true);
      }
    }),
    SEED,
  );
});

test('mid-p lies below exact, and both and the E-test fall as the counts part', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 60 }), (base, gap) => {
      const pValues = (more: number) => [
        compareCounts(base + more, base).pValue,
        compareCountsMidP(base + more, base).pValue,
        eTest(base + more, base).pValue,
        eTest(base + more, base, { statistic: 'score' }).pValue,
      ];
      const [near, far] = [pValues(gap), pValues(gap + 1)];
      expect(near[1] ?? 2).toBeLessThanOrEqual((near[0] ?? 0) + 1e-12);
      far.forEach((pValue, index) => {
        expect(pValue).toBeLessThanOrEqual((near[index] ?? 0) + 1e-12);
      });
    }),
    SEED,
  );
});

test('the E-test does not mind which count is which, and equals a plain sum over all pairs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }), days, ratio, (a, b, now, value) => {
      for (const statistic of ['score', 'wald'] as const) {
        const { pValue } = eTest(a, b, { exposure: [now, 365], ratio: value, statistic });
        close(eTest(b, a, { exposure: [365, now], ratio: 1 / value, statistic }).pValue, pValue);
        close(plainETest(a, b, (value * now) / 365, statistic), pValue);
      }
    }),
    { ...SEED, numRuns: 25 },
  );
});

/** The E-test as it is defined, over all counts up to 400. */
function plainETest(a: number, b: number, odds: number, statistic: 'score' | 'wald'): number {
  const far = (x: number, y: number) => {
    const variance = statistic === 'score' ? (x + y) * odds : x + odds * odds * y;
    return variance === 0 ? 0 : Math.abs(x - odds * y) / Math.sqrt(variance);
  };
  const chances = (mean: number) => {
    const values = [Math.exp(-mean)];
    for (let k = 1; k <= 400; k += 1) values.push(((values[k - 1] ?? 0) * mean) / k);
    return values;
  };
  const now = chances(((a + b) * odds) / (1 + odds));
  const before = chances((a + b) / (1 + odds));
  let total = 0;
  now.forEach((chance, x) => {
    before.forEach((other, y) => {
      if (far(x, y) >= far(a, b) * (1 - 1e-12)) total += chance * other;
    });
  });
  return Math.min(1, total);
}

test('the binomial test and interval agree, and one count has an interval around it', () => {
  fc.assert(
    fc.property(count, count, (hits, misses) => {
      const [low, high] = binomialInterval(hits, hits + misses);
      if (hits > 0) close(binomialTest(hits, hits + misses, low), 0.05);
      if (misses > 0) close(binomialTest(hits, hits + misses, high), 0.05);
      const [least, most] = poissonInterval(hits);
      expect(least <= hits && hits < most).toBe(true);
    }),
    SEED,
  );
});

test('nothing after nothing says nothing', () => {
  expect(compareCounts(0, 0)).toEqual({ pValue: 1, ratio: null, interval: [0, Number.POSITIVE_INFINITY] });
  expect(compareCountsMidP(0, 0)).toEqual({ pValue: 1, ratio: null, interval: [0, Number.POSITIVE_INFINITY] });
  expect(eTest(0, 0)).toEqual({ pValue: 1, ratio: null });
  expect(binomialInterval(0, 0)).toEqual([0, 1]);
});

test.each([
  [() => compareCounts(-1, 2), 'whole number'],
  [() => compareCounts(1.5, 2), 'whole number'],
  [() => compareCountsMidP(1, 2, { exposure: [0, 1] }), 'above 0'],
  [() => eTest(1, 2, { ratio: Number.NaN }), 'above 0'],
  [() => compareCounts(1, 2, { level: 1 }), 'between 0 and 1'],
  [() => binomialInterval(3, 2), 'more than'],
  [() => binomialTest(1, 2, 1.2), 'between 0 and 1'],
])('a number out of range is refused', (call, words) => {
  expect(call).toThrow(words);
});
