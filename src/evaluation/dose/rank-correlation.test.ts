import { expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../test/builders/calibration.ts';
import { seededRandom } from '../../lib/statistics/random.ts';
import { rankCorrelation } from './rank-correlation.ts';

it('gives 1 to what rises together and -1 to what rises as the other falls', () => {
  const rising = [1, 2, 30, 31, 90].map((value, at) => [value, at] as const);
  expect(rankCorrelation(rising, seededRandom(1))?.correlation).toBeCloseTo(1, 12);
  const falling = rising.map(([value, at]) => [value, -at] as const);
  expect(rankCorrelation(falling, seededRandom(1))?.correlation).toBeCloseTo(-1, 12);
  // Two of the 120 orders of five are as far.
  expect(rankCorrelation(rising, seededRandom(1))?.pValue).toBeCloseTo(2 / 120, 2);
});

it('gives values alike the mean of their ranks', () => {
  // Ranks 1, 2.5, 2.5, 4 and 2, 1, 3, 4: Pearson of the ranks is 3 over the root of 4.5 times 5.
  const pairs = [
    [1, 20],
    [2, 10],
    [2, 30],
    [3, 40],
  ] as const;
  expect(rankCorrelation(pairs, seededRandom(1))?.correlation).toBeCloseTo(3 / Math.sqrt(4.5 * 5), 12);
});

it('has no answer from three pairs, or where one side is all alike', () => {
  expect(
    rankCorrelation(
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      seededRandom(1),
    ),
  ).toBeNull();
  expect(
    rankCorrelation(
      [
        [1, 1],
        [1, 2],
        [1, 3],
        [1, 4],
      ],
      seededRandom(1),
    ),
  ).toBeNull();
});

it('calls what has nothing to do with each other as seldom as it says', () => {
  const draws = CALIBRATION_ALL ? 2_000 : 200;
  const random = seededRandom(5);
  let called = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const pairs = Array.from({ length: 10 }, () => [random(), random()] as const);
    if ((rankCorrelation(pairs, random)?.pValue ?? 1) <= 0.05) called += 1;
  }
  expect(Math.abs(called / draws - 0.05)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / draws));
});
