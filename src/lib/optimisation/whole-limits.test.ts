import { expect, test } from 'vitest';
import { leastWhole, mostWhole } from './whole-limits.ts';

test('limits go to the whole numbers within them', () => {
  expect([leastWhole(4.2), mostWhole(4.8), leastWhole(-0.5), mostWhole(-0.5)]).toEqual([5, 4, -0, -1]);
  expect([leastWhole(Number.NEGATIVE_INFINITY), mostWhole(Number.POSITIVE_INFINITY)]).toEqual([
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
});

test('a rounding does not cost an officer', () => {
  expect(leastWhole(0.1 * 3 * 10)).toBe(3);
  expect(mostWhole(10 - 1e-12)).toBe(10);
  expect(mostWhole(10 - 1e-6)).toBe(9);
});
