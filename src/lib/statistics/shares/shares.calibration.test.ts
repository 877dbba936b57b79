import { expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../../test/builders/calibration.ts';
import { binomialProbability, normalQuantile, studentQuantile } from '../distributions/index.ts';
import { seededRandom } from '../random.ts';
import { differenceOfShares, sharesDispersion } from './index.ts';

const Z = normalQuantile(0.975);

it('holds the true difference 95 times of 100, reckoned exactly', () => {
  const coverages = [
    [60, 0.8, 80, 0.6],
    [60, 0.95, 80, 0.95],
    [40, 0.5, 40, 0.5],
    [120, 0.1, 30, 0.3],
  ].map(([n = 0, p = 0, m = 0, q = 0]) => exactCoverage(n, p, m, q));
  for (const coverage of coverages) expect(coverage).toBeGreaterThan(0.93);
  const mean = coverages.reduce((sum, each) => sum + each, 0) / coverages.length;
  expect(mean).toBeGreaterThan(0.945);
  expect(mean).toBeLessThan(0.97);
});

it('calls months that vary more than chance alike in all but about 5 of 100 null comparisons', () => {
  const runs = CALIBRATION_ALL ? 20_000 : 600;
  const { naive, allowed } = nullRejections(runs);
  // Three times the standard error of a rate of 0.05.
  const slack = 3 * Math.sqrt((0.05 * 0.95) / runs);
  expect(Math.abs(allowed - 0.05)).toBeLessThan(slack + 0.005);
  expect(naive).toBeGreaterThan(0.15);
});

function exactCoverage(n: number, p: number, m: number, q: number): number {
  let coverage = 0;
  for (let x = 0; x <= n; x += 1) {
    for (let y = 0; y <= m; y += 1) {
      const [low, high] = differenceOfShares({ share: x / n, answers: n }, { share: y / m, answers: m }, Z).interval;
      if (low <= p - q && p - q <= high) coverage += binomialProbability(x, n, p) * binomialProbability(y, m, q);
    }
  }
  return coverage;
}

/** Two years of 200 calls a month, shares of 0.8 that vary from month to month so that counts vary four times as much. */
function nullRejections(runs: number): { naive: number; allowed: number } {
  const random = seededRandom(20_240_401);
  const trials = 200;
  let [naive, allowed] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const years = [0, 1].map(() => Array.from({ length: 12 }, () => ({ successes: monthOf(random, trials), trials })));
    const shares = years.map((months) => months.reduce((sum, { successes }) => sum + successes, 0) / (12 * trials));
    const found = sharesDispersion(years);
    if (found === null) throw new Error('no dispersion');
    const clear = (answers: number, critical: number) => {
      const [current, previous] = [
        { share: shares[0] ?? 0, answers },
        { share: shares[1] ?? 0, answers },
      ];
      const [low, high] = differenceOfShares(current, previous, critical).interval;
      return Number(low > 0 || high < 0);
    };
    naive += clear(12 * trials, Z);
    allowed += clear((12 * trials) / found.dispersion, studentQuantile(0.975, found.degreesOfFreedom));
  }
  return { naive: naive / runs, allowed: allowed / runs };
}

/** Hits of a month whose own share is a step above or below 0.8. */
function monthOf(random: () => number, trials: number): number {
  const step = Math.sqrt((3 * 0.8 * 0.2) / (trials - 1));
  const share = 0.8 + (random() < 0.5 ? -step : step);
  let hits = 0;
  for (let trial = 0; trial < trials; trial += 1) hits += Number(random() < share);
  return hits;
}
