import { expect, test } from 'vitest';
import { boundOfLargest, levelsOf, matchedPairs } from './bound-of-largest.ts';
import type { SergeantQuestion } from './full-plan.ts';
import type { Pair } from './pairs-model.ts';

const asked = (sergeants: number, mustShare: number[] = []): SergeantQuestion => ({
  sergeants,
  pairs: [],
  mustShare,
  mustNotShare: [],
  span: null,
});
/** Two triangles of small wards, joined by a pair of large sum through wards 2 and 3. */
const demand = [1, 1, 5, 5, 1, 1];
const triangles: Pair[] = [
  [0, 1],
  [0, 2],
  [1, 2],
  [3, 4],
  [3, 5],
  [4, 5],
  [2, 3],
];

test('levels rise, each once', () => {
  expect(levelsOf(demand, triangles)).toEqual([0, 2, 6, 10]);
});

test('sums that differ by rounding alone are one level, the highest of them', () => {
  const shares = [0.1, 0.2, 0.3, 0];
  const pairs: Pair[] = [
    [0, 1],
    [2, 3],
  ];
  const sums = [0.1 + 0.2, 0.3];
  expect(new Set(sums).size).toBe(2);
  expect(levelsOf(shares, pairs)).toEqual([0, Math.max(...sums)]);
});

test('three pairs need the large sum: an odd circle of three has no more than one', () => {
  expect(boundOfLargest(demand, triangles, asked(4))).toBe(2);
  expect(boundOfLargest(demand, triangles, asked(3))).toBe(10);
});

test('a ward that must share has at least its own smallest sum', () => {
  expect(boundOfLargest(demand, triangles, asked(5, [2]))).toBe(6);
});

test('the highest level where all pairs are too few, and 0 for no pair', () => {
  expect(boundOfLargest(demand, triangles, asked(2))).toBe(10);
  expect(boundOfLargest(demand, triangles, asked(6))).toBe(0);
  expect(boundOfLargest(demand, [], asked(5))).toBe(0);
});

test('matched pairs are as many as asked for and hold those who must share, or there are none', () => {
  expect(matchedPairs(6, triangles, asked(3))).toHaveLength(3);
  expect(matchedPairs(6, triangles, asked(5, [4])).flat()).toContain(4);
  expect(matchedPairs(6, triangles, asked(2))).toEqual([]);
  expect(matchedPairs(6, triangles, asked(5, [0, 5]))).toEqual([]);
});
