import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InvalidArgument } from '../../invalid-argument.ts';
import { differenceOfShares, percentileInBands, shareInterval, sharesDispersion } from './index.ts';

const SEED = { seed: 7, numRuns: 200 };
const share = fc.double({ min: 0, max: 1, noNaN: true });
const answers = fc.double({ min: 0.5, max: 5000, noNaN: true });

it('holds the share, narrows with answers, and mirrors', () => {
  fc.assert(
    fc.property(share, answers, (p, n) => {
      const [low, high] = shareInterval(p, n, 1.96);
      const [lowMore, highMore] = shareInterval(p, n * 4, 1.96);
      const [mirrorLow, mirrorHigh] = shareInterval(1 - p, n, 1.96);
      expect(low).toBeLessThanOrEqual(p + 1e-12);
      expect(high).toBeGreaterThanOrEqual(p - 1e-12);
      expect(highMore - lowMore).toBeLessThan(high - low);
      expect(mirrorLow).toBeCloseTo(1 - high, 9);
      expect(mirrorHigh).toBeCloseTo(1 - low, 9);
    }),
    SEED,
  );
});

it('turns round when the two shares do', () => {
  fc.assert(
    fc.property(share, answers, share, answers, (p, n, q, m) => {
      const there = differenceOfShares({ share: p, answers: n }, { share: q, answers: m }, 1.96);
      const back = differenceOfShares({ share: q, answers: m }, { share: p, answers: n }, 1.96);
      expect(there.interval[0]).toBeCloseTo(-back.interval[1], 9);
      expect(there.difference).toBeCloseTo(-back.difference, 12);
      expect(there.interval[0]).toBeLessThanOrEqual(there.difference + 1e-12);
    }),
    SEED,
  );
});

it('bounds every percentile of values that were put in bands, whatever the unknown ones are', () => {
  const ends = [5, 10, 15, 20, 30, 60];
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 10 }),
      fc.constantFrom(0.5, 0.9, 1),
      (known, unknown, q) => {
        const upTo = [...ends, null];
        const count = (end: number | null, at: number) =>
          known.filter((value) => value > (ends[at - 1] ?? 0) && (end === null || value <= end)).length;
        const found = percentileInBands(
          upTo.map((end, at) => ({ upTo: end, count: count(end, at) })),
          q,
          unknown.length,
        );
        const sorted = [...known, ...unknown].toSorted((a, b) => a - b);
        const value = sorted[Math.ceil(q * sorted.length - 1e-9) - 1] ?? Number.NaN;
        expect(value).toBeGreaterThan(found?.above ?? Number.NaN);
        if (found?.upTo !== null) expect(value).toBeLessThanOrEqual(found?.upTo ?? Number.NaN);
      },
    ),
    SEED,
  );
});

it('says between which ends a median and a ninth decile lie, and no more', () => {
  const bands = [
    { upTo: 5, count: 30 },
    { upTo: 10, count: 50 },
    { upTo: null, count: 20 },
  ];
  expect(percentileInBands(bands, 0.3)).toEqual({ above: 0, upTo: 5 });
  expect(percentileInBands(bands, 0.5)).toEqual({ above: 5, upTo: 10 });
  expect(percentileInBands(bands, 0.9)).toEqual({ above: 10, upTo: null });
  expect(percentileInBands(bands, 0.8, 10)).toEqual({ above: 5, upTo: null });
  expect(percentileInBands([{ upTo: 5, count: 0 }], 0.5)).toBeNull();
});

it.each([
  ['a share above 1', () => shareInterval(1.2, 10, 1.96)],
  ['no answers', () => shareInterval(0.5, 0, 1.96)],
  ['no critical value', () => shareInterval(0.5, 10, 0)],
  ['more hits than trials', () => sharesDispersion([[{ successes: 3, trials: 2 }]])],
  [
    'ends that fall',
    () =>
      percentileInBands(
        [
          { upTo: 5, count: 1 },
          { upTo: 4, count: 1 },
        ],
        0.5,
      ),
  ],
  [
    'an open band that is not the last',
    () =>
      percentileInBands(
        [
          { upTo: null, count: 1 },
          { upTo: 4, count: 1 },
        ],
        0.5,
      ),
  ],
  ['a percentile of nothing', () => percentileInBands([{ upTo: 5, count: 1 }], 0)],
])('refuses %s', (_, wrong) => {
  expect(wrong).toThrow(InvalidArgument);
});

it('estimates no dispersion from few months, or where there is nothing but hits', () => {
  const month = { successes: 8, trials: 10 };
  expect(sharesDispersion([[month, month], [month]])).toBeNull();
  expect(sharesDispersion([Array(12).fill({ successes: 10, trials: 10 })])).toBeNull();
  expect(sharesDispersion([Array(12).fill(month)])).toEqual({ dispersion: 1, degreesOfFreedom: 11 });
});
