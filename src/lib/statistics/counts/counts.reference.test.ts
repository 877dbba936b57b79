import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import expected from './counts.expected.json' with { type: 'json' };
import {
  binomialInterval,
  compareCounts,
  compareCountsMidP,
  eTest,
  poissonInterval,
  poissonIntervalMidP,
} from './index.ts';

// Expected values are R's, made by `counts.reference.R`; then those that packages of R and Python document or print.

/** Largest relative error of the numbers; a null is an infinite limit. */
function largestError(got: readonly number[], wanted: readonly (number | null | undefined)[]): number {
  const errors = got.map((value, index) => {
    const want = wanted[index] ?? Number.POSITIVE_INFINITY;
    return value === want ? 0 : Math.abs(value / want - 1);
  });
  return Math.max(...errors);
}

test('comparisons of two counts, exact and mid-p, with exposures, other ratios and levels', () => {
  for (const row of expected.comparisons) {
    const [current, previous, now, before, ratio, level] = row.slice(0, 6).map(Number) as [number, number, ...number[]];
    const options = { exposure: [Number(now), Number(before)] as const, ratio: Number(ratio), level: Number(level) };
    const exact = compareCounts(current, previous, options);
    const midP = compareCountsMidP(current, previous, options);
    expect(largestError([exact.pValue, ...exact.interval], row.slice(6, 9)), `${row}`).toBeLessThan(1e-11);
    expect(largestError([midP.pValue, ...midP.interval], row.slice(9)), `${row}`).toBeLessThan(1e-11);
  }
  expect(expected.comparisons.length).toBe(120);
});

test('intervals for one share', () => {
  for (const [hits, trials, level, ...interval] of expected.binomial as [number, number, number, ...number[]][])
    expect(largestError(binomialInterval(hits, trials, level), interval)).toBeLessThan(1e-12);
});

test('intervals for one count, central and mid-p', () => {
  for (const [count, level, ...ends] of expected.poisson as [number, number, ...number[]][]) {
    expect(largestError(poissonInterval(count, level), ends.slice(0, 2)), `${count}`).toBeLessThan(1e-12);
    expect(largestError(poissonIntervalMidP(count, level), ends.slice(2)), `${count}`).toBeLessThan(1e-12);
  }
});

test('the E-test equals that of statsmodels 0.13.5, whose tests cite Gu, Ng, Tang and Schucany (2008)', () => {
  const gu = { exposure: [51, 54], ratio: 1.2 } as const;
  expect(eTest(6, 1, { ...gu, statistic: 'score' }).pValue).toBeCloseTo(0.09054824785458056, 12);
  expect(eTest(6, 1, gu).pValue).toBeCloseTo(0.06895289560607239, 12);
});

/** Made with R's exactci and rateratio.test, which are not among the tools of this repository. */
const SHARED = new URL('../../../../../shared/reference/rate_tests/expected.json', import.meta.url);

const interval = z.tuple([z.number(), z.number().nullable()]);
const battery = z.object({
  battery: z.array(
    z.object({
      ...{ x: z.number(), y: z.number(), t1: z.number(), t2: z.number() },
      ...{ p_central: z.number(), ci_central: interval, p_midp: z.number(), ci_midp: interval },
    }),
  ),
  single_poisson: z.array(z.object({ y: z.number(), central95: interval, midp95: interval })),
});

test.skipIf(!existsSync(SHARED))(
  'exactci gives the same; its mid-p limits to the four digits it solves them to',
  () => {
    const shared = battery.parse(JSON.parse(readFileSync(SHARED, 'utf8').replaceAll('Infinity', 'null')));
    for (const { x, y, t1, t2, ...wanted } of shared.battery) {
      const exact = compareCounts(x, y, { exposure: [t1, t2] });
      const midP = compareCountsMidP(x, y, { exposure: [t1, t2] });
      if (wanted.p_central > 0) {
        expect(largestError([exact.pValue], [wanted.p_central])).toBeLessThan(1e-11);
        expect(largestError([midP.pValue], [wanted.p_midp])).toBeLessThan(1e-11);
      }
      expect(largestError(exact.interval, wanted.ci_central)).toBeLessThan(1e-11);
      expect(largestError(midP.interval, wanted.ci_midp)).toBeLessThan(1e-3);
    }
    for (const { y, ...wanted } of shared.single_poisson) {
      expect(largestError(poissonInterval(y), wanted.central95)).toBeLessThan(1e-12);
      expect(largestError(poissonIntervalMidP(y), wanted.midp95)).toBeLessThan(2e-4);
    }
    expect(shared.battery.length).toBe(30);
  },
);
