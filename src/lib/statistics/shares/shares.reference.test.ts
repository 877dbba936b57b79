import { expect, it } from 'vitest';
import { differenceOfShares, shareInterval, sharesDispersion } from './index.ts';
import expected from './shares.expected.json' with { type: 'json' };

// Values of statsmodels and numpy, by shares.reference.py.

it('gives the score interval', () => {
  for (const [hits = 0, trials = 0, low = 0, high = 0] of expected.intervals) {
    const interval = shareInterval(hits / trials, trials, expected.critical);
    expect(interval[0], `${hits} of ${trials}`).toBeCloseTo(low, 12);
    expect(interval[1], `${hits} of ${trials}`).toBeCloseTo(high, 12);
  }
});

it('gives the hybrid score interval of a difference', () => {
  for (const [a = 0, b = 0, c = 0, d = 0, low = 0, high = 0] of expected.differences) {
    const { interval } = differenceOfShares(
      { share: a / b, answers: b },
      { share: c / d, answers: d },
      expected.critical,
    );
    expect(interval[0], `${a} of ${b} and ${c} of ${d}`).toBeCloseTo(low, 12);
    expect(interval[1], `${a} of ${b} and ${c} of ${d}`).toBeCloseTo(high, 12);
  }
});

it('gives Pearson’s statistic over its degrees of freedom', () => {
  const periods = expected.months.map((period) => period.map(([successes = 0, trials = 0]) => ({ successes, trials })));
  const found = sharesDispersion(periods);
  expect(found?.degreesOfFreedom).toBe(9);
  expect(found?.dispersion).toBeCloseTo(expected.dispersion, 12);
});
