import { expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../../test/builders/calibration.ts';
import { normal, poisson, seededRandom } from '../random.ts';
import { mantelHaenszelRateRatio, type RateStratum } from './index.ts';

// CALIBRATION=all simulates as often as the coverage that docs/methods/disproportionality.md states was found with.
const REPEATS = CALIBRATION_ALL ? 10_000 : 600;
const TRUE_RATIO = 3;
const LSOAS_OF_WARD = 7;

interface World {
  wards: number;
  /** Standard deviation of the logarithm of the ratio between wards. */
  spread: number;
}

/** A borough: wards of seven LSOAs, whose residents, rates and ratios differ. */
function drawBorough(random: () => number, { wards, spread }: World): RateStratum[] {
  return Array.from({ length: wards }, (_, ward) => {
    // The stratified ratio is a mean of the ratios of areas, so their mean and not their median is the true one.
    const ratio = TRUE_RATIO * Math.exp(spread * normal(random) - spread ** 2 / 2);
    const wardRate = 0.01 * Math.exp(0.6 * normal(random));
    return Array.from({ length: LSOAS_OF_WARD }, (): RateStratum => {
      const exposure = [Math.round(40 + 400 * random()), Math.round(600 + 800 * random())] as const;
      const rate = wardRate * Math.exp(0.7 * normal(random));
      return {
        cases: [poisson(random, rate * ratio * exposure[0]), poisson(random, rate * exposure[1])],
        ...{ exposure, cluster: `${ward}` },
      };
    });
  }).flat();
}

/** Share of simulated boroughs in which each interval holds the true ratio. */
function coverage(world: World): { poissonOnly: number; clustered: number } {
  const random = seededRandom(20_240_831);
  const held = { poissonOnly: 0, clustered: 0 };
  const holds = (interval: [number, number] | null): boolean =>
    interval !== null && interval[0] <= TRUE_RATIO && TRUE_RATIO <= interval[1];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const { interval, clusteredInterval } = mantelHaenszelRateRatio(drawBorough(random, world));
    if (holds(interval)) held.poissonOnly += 1;
    if (holds(clusteredInterval)) held.clustered += 1;
  }
  return { poissonOnly: held.poissonOnly / REPEATS, clustered: held.clustered / REPEATS };
}

/** Three standard errors of a share of 0.95 in so many simulations. */
const ERROR = 3 * Math.sqrt((0.95 * 0.05) / REPEATS);

it('holds 95 % where counts are Poisson and the ratio is one, both intervals', () => {
  const { poissonOnly, clustered } = coverage({ wards: 17, spread: 0 });
  expect(Math.abs(poissonOnly - 0.95)).toBeLessThan(ERROR + 0.005);
  expect(Math.abs(clustered - 0.95)).toBeLessThan(ERROR + 0.01);
});

it('holds about 95 % where wards differ, by the clustered interval alone', () => {
  const { poissonOnly, clustered } = coverage({ wards: 37, spread: 0.2 });
  expect(poissonOnly).toBeLessThan(0.9);
  expect(clustered).toBeGreaterThan(0.93 - ERROR);
  expect(clustered).toBeLessThan(0.97 + ERROR);
});
