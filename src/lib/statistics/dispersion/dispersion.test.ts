import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDispersed, type EarlierSpans, estimateDispersion } from './index.ts';

const years = (...counts: (number | null)[]): EarlierSpans => ({
  spans: counts.map((count) => (count === null ? null : { count, days: 365 })),
});

test('the mean square of changes over that of Poisson counts', () => {
  // (120 − 100)² ÷ 220 and (90 − 120)² ÷ 210, by hand.
  const estimate = estimateDispersion([years(100, 120, 90)], { lag: 1 });
  expect(estimate?.dispersion).toBeCloseTo((400 / 220 + 900 / 210) / 2, 12);
  expect(estimate).toMatchObject({ pairs: 2, areas: 1 });
  // Two changes with a span in common: parts of 3/2 and 1/2, so 2² ÷ (9/4 + 1/4).
  expect(estimate?.degreesOfFreedom).toBeCloseTo(1.6, 12);
});

test('only spans as far apart as those compared are taken, and none touching one left out', () => {
  const estimate = estimateDispersion([years(100, 7, 130, null, 160)], { lag: 2 });
  expect(estimate?.pairs).toBe(2);
  expect(estimate?.dispersion).toBeCloseTo((900 / 230 + 900 / 290) / 2, 12);
  expect(estimateDispersion([years(100, null, 130, null)], { lag: 1 })).toBeNull();
  expect(estimateDispersion([years(100)], { lag: 1 })).toBeNull();
  expect(estimateDispersion([], { lag: 1 })).toBeNull();
});

test('unequal days are allowed for, and a pair without an event tells nothing', () => {
  const quarter = { spans: [{ count: 10, days: 100 }, { count: 40, days: 300 }, { count: 0, days: 300 }, null] };
  // 50 events, three quarters of them expected in the later: (40 − 37.5)² ÷ (50 × ¾ × ¼); then all 40 in the first half.
  const estimate = estimateDispersion([quarter], { lag: 1 });
  expect(estimate?.dispersion).toBeCloseTo((6.25 / 9.375 + 40) / 2, 12);
  expect(estimateDispersion([years(0, 0, 0)], { lag: 1 })).toBeNull();
});

test('never below that of Poisson counts', () => {
  expect(estimateDispersion([years(100, 101, 100, 101)], { lag: 1 })?.dispersion).toBe(1);
  expect(estimateDispersion([years(100, 101, 100)], { lag: 1, events: 1e6 })?.dispersion).toBe(1);
});

test('with the events of the comparison, larger counts are more dispersed in proportion', () => {
  const areas = [years(100, 140), years(1000, 1400)];
  const small = estimateDispersion(areas, { lag: 1, events: 240 })?.dispersion ?? 0;
  const large = estimateDispersion(areas, { lag: 1, events: 2400 })?.dispersion ?? 0;
  expect((large - 1) / (small - 1)).toBeCloseTo(10, 9);
  // Changes of 1600 ÷ 240 and 160,000 ÷ 2400, each over 1 + κ events, have mean 1.
  const perEvent = (small - 1) / 240;
  expect((1600 / 240 / (1 + 240 * perEvent) + 160_000 / 2400 / (1 + 2400 * perEvent)) / 2).toBeCloseTo(1, 9);
});

test('areas that move together are fewer degrees of freedom than areas that do not', () => {
  const together = Array.from({ length: 12 }, (_, area) => years(100, 130 + area, 95 - area));
  const apart = Array.from({ length: 12 }, (_, area) => (area % 2 ? years(100, 130, 95) : years(130, 100, 135)));
  const [few, many] = [together, apart].map((areas) => estimateDispersion(areas, { lag: 1 }));
  expect(few?.areas).toBe(12);
  expect(few?.degreesOfFreedom).toBeLessThan(3);
  expect(many?.degreesOfFreedom).toBeGreaterThan(15);
});

test('a change is less clear, and its interval wider, the more earlier years vary', () => {
  const quiet = estimateDispersion([years(500, 510, 495, 505, 500, 515)], { lag: 1 });
  const wild = estimateDispersion([years(500, 700, 450, 650, 400, 600)], { lag: 1 });
  if (quiet === null || wild === null) throw new Error('both have earlier years');
  const [clear, unclear] = [quiet, wild].map((estimate) => compareDispersed(400, 520, [365, 365], estimate));
  expect(clear?.pValue).toBeLessThan(0.05);
  expect(unclear?.pValue).toBeGreaterThan(0.3);
  expect(unclear?.interval[1]).toBeGreaterThan(clear?.interval[1] ?? 0);
});

const ESTIMATE = { dispersion: 3.2, reference: [{ share: 0.2, degreesOfFreedom: 5 }] };
const count = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5000 }));
const days = fc.integer({ min: 28, max: 366 });
const close = (got: number, wanted: number) =>
  expect(got === wanted || Math.abs(got / wanted - 1) < 1e-8, `${got} beside ${wanted}`).toBe(true);

test('exchanging the spans inverts the interval; a limit has the p-value that the level leaves; the rates lie within', () => {
  fc.assert(
    fc.property(count, count, days, days, fc.constantFrom(0.5, 0.95, 0.998), (a, b, now, before, level) => {
      const one = compareDispersed(a, b, [now, before], ESTIMATE, level);
      const other = compareDispersed(b, a, [before, now], ESTIMATE, level);
      close(other.pValue, one.pValue);
      close(other.interval[0], 1 / one.interval[1]);
      for (const end of one.interval) {
        // Days that make a true ratio of 1 out of the limit.
        if (end > 0 && Number.isFinite(end))
          close(compareDispersed(a, b, [now * end, before], ESTIMATE).pValue, 1 - level);
      }
      if (b > 0) expect(one.interval[0] <= a / now / (b / before)).toBe(true);
      if (b > 0) expect(one.interval[1] >= a / now / (b / before)).toBe(true);
    }),
    { seed: 20_260_304, numRuns: 200 },
  );
});

test('limits stay finite beside a count of zero, and are none where both are', () => {
  const [low, high] = compareDispersed(0, 5, [365, 365], ESTIMATE).interval;
  expect(low).toBe(0);
  expect(high).toBeGreaterThan(1);
  expect(Number.isFinite(high)).toBe(true);
  expect(compareDispersed(5, 0, [365, 365], ESTIMATE).interval[1]).toBe(Number.POSITIVE_INFINITY);
  expect(compareDispersed(0, 0, [365, 365], ESTIMATE)).toEqual({ pValue: 1, interval: [0, Number.POSITIVE_INFINITY] });
});

test('a lag that is no whole number of steps, and a span without days, are refused', () => {
  expect(() => estimateDispersion([years(1, 2)], { lag: 0 })).toThrow('whole number of steps');
  expect(() => estimateDispersion([{ spans: [{ count: 1, days: 0 }] }], { lag: 1 })).toThrow('days');
});
