import { expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../../test/builders/calibration.ts';
import { normal, poisson, type Random, seededRandom } from '../random.ts';
import { funnelOf, type Overdispersion } from './index.ts';

// CALIBRATION=all runs 100 times as many; what it gave is written in docs/methods/comparing-wards.md.
const FUNNELS = CALIBRATION_ALL ? 20_000 : 200;
const WARDS = 37;
/** Five standard errors of a share of all units drawn. */
const slack = (share: number) => 5 * Math.sqrt((share * (1 - share)) / (FUNNELS * WARDS));

/** An exact Poisson count of any mean: sums of those that the generator draws exactly. */
function count(random: Random, mean: number): number {
  let [total, left] = [0, mean];
  for (; left > 20; left -= 20) total += poisson(random, 20);
  return total + poisson(random, left);
}

/** Shares of units outside the 95 % and the 99.8 % limits, where true rates spread by `spread` on the scale of logarithms. */
function sharesOutside(kind: Overdispersion['kind'], mean: number, spread: number): { five: number; two: number } {
  const random = seededRandom(37);
  let [five, two] = [0, 0];
  for (let funnel = 0; funnel < FUNNELS; funnel += 1) {
    const units = Array.from({ length: WARDS }, () => {
      const exposure = 6 + 8 * random();
      const rate = (mean / 10) * Math.exp(spread * normal(random) - spread ** 2 / 2);
      return { count: count(random, rate * exposure), exposure };
    });
    for (const { pValue } of funnelOf(units, { family: 'poisson', overdispersion: kind }).units) {
      if (pValue <= 0.05) five += 1;
      if (pValue <= 0.002) two += 1;
    }
  }
  const shares = { five: five / (FUNNELS * WARDS), two: two / (FUNNELS * WARDS) };
  if (FUNNELS > 200) process.stdout.write(`${kind}, mean ${mean}, spread ${spread}: ${JSON.stringify(shares)}\n`);
  return shares;
}

it.each([3, 40])('exact limits have at most their share outside, under chance alone, at a mean of %d', (mean) => {
  const { five, two } = sharesOutside('none', mean, 0);
  expect(five).toBeLessThanOrEqual(0.05 + slack(0.05));
  expect(two).toBeLessThanOrEqual(0.002 + slack(0.002));
  expect(five).toBeGreaterThan(mean === 3 ? 0.01 : 0.03);
});

it('exact limits have most units outside where true rates differ, which is why they are not the default', () => {
  expect(sharesOutside('none', 300, 0.2).five).toBeGreaterThan(0.5);
});

it.each(['multiplicative', 'additive'] as const)(
  '%s limits have their share outside where true rates differ',
  (kind) => {
    const { five, two } = sharesOutside(kind, 300, 0.2);
    expect(five).toBeLessThanOrEqual(0.05 + slack(0.05));
    expect(five).toBeGreaterThan(0.03);
    expect(two).toBeLessThanOrEqual(0.004 + slack(0.004));
  },
);
