import { expect, it } from 'vitest';
import { seededRandom } from '../../lib/statistics/random.ts';
import { type CountedAreas, displacementByLot } from './displacement-by-lot.ts';

const SIDE = 6;
/** Areas on a board of 6 by 6, each beside those above, below, left and right of it. */
const PAIRS = Array.from({ length: SIDE * SIDE }, (_, at) => at).flatMap((at) => [
  ...(at % SIDE < SIDE - 1 ? [[at, at + 1] as const] : []),
  ...(at < SIDE * (SIDE - 1) ? [[at, at + SIDE] as const] : []),
]);

/** A hundred crimes a month everywhere, before and after, with a little of its own in each area. */
function board(changes: ReadonlyMap<number, number> = new Map()): CountedAreas {
  const random = seededRandom(7);
  return {
    counts: Array.from({ length: SIDE * SIDE }, (_, at) => {
      const own = 98 + 4 * random();
      return [100, own * (changes.get(at) ?? 1)] as const;
    }),
    pairs: PAIRS,
  };
}

const SEED = 1;
const MIDDLE = 14;
const AROUND = [8, 13, 15, 20];
const all = (areas: readonly number[], factor: number) => new Map(areas.map((area) => [area, factor]));

it('finds what moved next door, with a range that holds it', () => {
  const found = displacementByLot(board(all(AROUND, 1.3)), [MIDDLE], 'nearby', SEED);
  expect(found?.groups).toBe(36);
  expect(found?.pValue).toBe(1 / 36);
  expect(found?.interval.level).toBeCloseTo(1 - 1 / 36, 12);
  expect(found?.interval.low).toBeGreaterThan(0.15);
  expect(found?.interval.low).toBeLessThan(Math.log(1.3));
  expect(found?.interval.high).toBeGreaterThan(Math.log(1.3));
});

it('takes what left the pilot and came next door for no change of both together', () => {
  const moved = new Map([[MIDDLE, 0.4], ...AROUND.map((area) => [area, 1.15] as const)]);
  const together = displacementByLot(board(moved), [MIDDLE], 'together', SEED);
  expect(Math.abs(together?.moved ?? 1)).toBeLessThan(0.03);
  expect(displacementByLot(board(moved), [MIDDLE], 'nearby', SEED)?.moved).toBeCloseTo(Math.log(1.15), 1);
});

it('leaves zero out just when the chance is too small for it', () => {
  for (const factor of [0.7, 0.97, 1, 1.02, 1.05, 1.3]) {
    const { pValue, interval } = displacementByLot(board(all(AROUND, factor)), [MIDDLE], 'nearby', SEED) ?? {
      pValue: Number.NaN,
      interval: { low: 0, high: 0, level: 0 },
    };
    expect(interval.low > 0 || interval.high < 0).toBe(pValue <= 1 - interval.level + 1e-9);
  }
});

it('sets a pair among connected pairs, and parted areas among any', () => {
  expect(displacementByLot(board(), [14, 15], 'nearby', SEED)?.groups).toBe(60);
  expect(displacementByLot(board(), [0, 35], 'nearby', SEED)?.groups).toBe((36 * 35) / 2);
});

it('draws 5,000 groups where there are too many to go through', () => {
  expect(displacementByLot(board(), [0, 2, 4, 12, 14, 16], 'nearby', SEED)?.groups).toBe(5_000);
});

it('is the same whatever the size of the figures, and in whatever order areas stand', () => {
  const { counts, pairs } = board(all(AROUND, 1.1));
  const plain = displacementByLot({ counts, pairs }, [MIDDLE], 'together', SEED);
  const larger = displacementByLot(
    { counts: counts.map(([a, b]) => [7 * a, 7 * b]), pairs },
    [MIDDLE],
    'together',
    SEED,
  );
  expect(larger?.moved).toBeCloseTo(plain?.moved ?? 0, 10);
  expect(larger?.pValue).toBe(plain?.pValue);
  const last = counts.length - 1;
  const turned = displacementByLot(
    { counts: counts.toReversed(), pairs: pairs.map(([a, b]) => [last - a, last - b] as const) },
    [last - MIDDLE],
    'together',
    SEED,
  );
  expect(turned?.moved).toBeCloseTo(plain?.moved ?? 0, 10);
  expect(turned?.interval.low).toBeCloseTo(plain?.interval.low ?? 0, 10);
});

it('has no answer where nothing lies around, or nothing beyond', () => {
  expect(displacementByLot({ ...board(), pairs: [] }, [MIDDLE], 'together', SEED)).toBeNull();
  const three: CountedAreas = {
    counts: [
      [9, 9],
      [9, 9],
      [9, 9],
    ],
    pairs: [
      [0, 1],
      [0, 2],
    ],
  };
  expect(displacementByLot(three, [0], 'nearby', SEED)).toBeNull();
});
