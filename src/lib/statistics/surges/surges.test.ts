import { expect, it } from 'vitest';
import { CALIBRATION_ALL } from '../../../../test/builders/calibration.ts';
import { poisson, seededRandom } from '../random.ts';
import { findSurges, surgeChance } from './index.ts';

const ALLOWED = 0.025;

/** Months of which the first `reference` tell what is usual. */
const months = (counts: readonly (number | null)[], reference: number) =>
  counts.map((count, at) => ({ count, reference: at < reference }));
const drawn = (mean: number, length: number, random: () => number) =>
  Array.from({ length }, () => poisson(random, mean));

it('the chance of so many is that of the conditional binomial of two Poisson rates', () => {
  // R 4.2.2: pbinom(8, 33, 1/81, lower.tail = FALSE); pbinom(11, 36, 12/92, lower.tail = FALSE).
  const poissonReference = { events: 24, months: 80, squares: 24 };
  expect(surgeChance(9, 1, poissonReference) / 1.965832370007183e-10).toBeCloseTo(1, 8);
  expect(surgeChance(12, 12, poissonReference) / 0.001446107452544526).toBeCloseTo(1, 8);
  expect(surgeChance(0, 1, poissonReference)).toBe(1);
  expect(surgeChance(4, 1, { events: 24, months: 80, squares: 96 })).toBeGreaterThan(
    surgeChance(4, 1, poissonReference),
  );
});

it('nine in a month, and twelve months of seven times as many, are surges wherever they lie', () => {
  const random = seededRandom(3);
  for (let turn = 0; turn < 40; turn += 1) {
    const quiet = drawn(0.3, 156, random);
    for (const at of [10, 100, 155]) {
      const nine = findSurges(months(quiet.with(at, 9), 80), ALLOWED)[at];
      expect(nine).toMatchObject({ events: 9, months: 1 });
    }
    const doubled = quiet.map((count, at) => (at >= 144 ? 2 : count));
    expect(findSurges(months(doubled, 80), ALLOWED)[155]).toMatchObject({ events: 24, months: 12 });
  }
});

it('a surge of one month is no part of the sums after it, and a month not known is none', () => {
  const quiet = Array.from({ length: 100 }, (_, at): number | null => (at % 4 === 0 ? 1 : 0));
  const found = findSurges(months(quiet.with(81, 9).with(82, null), 60), ALLOWED);
  expect(found.flatMap((surge, at) => (surge === null ? [] : [at]))).toEqual([81]);
});

it.each([0.05, 0.15, 0.36, 0.9])('at most the share allowed of unchanged series has a surge: mean %d', (mean) => {
  const random = seededRandom(20_261_123);
  const series = CALIBRATION_ALL ? 10_000 : 400;
  let found = 0;
  for (let turn = 0; turn < series; turn += 1) {
    const counts = drawn(mean, 160, random);
    if (findSurges(months(counts, 60), ALLOWED).some((surge) => surge !== null)) found += 1;
  }
  if (CALIBRATION_ALL) process.stdout.write(`surges, mean ${mean}: ${((100 * found) / series).toFixed(2)} %\n`);
  expect(found / series).toBeLessThanOrEqual(ALLOWED + 4 * Math.sqrt((ALLOWED * (1 - ALLOWED)) / series));
});

it('a share out of range is refused', () => {
  expect(() => findSurges([], 0)).toThrow('between 0 and 1');
});
