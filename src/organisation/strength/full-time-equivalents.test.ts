import { expect, test } from 'vitest';
import { addUp, wholeOf } from './full-time-equivalents.ts';

test('fractions add up exactly', () => {
  expect(addUp([0.1, 0.2])).toBe(0.3);
  expect(addUp([0.333, 0.333, 0.334])).toBe(1);
  expect(addUp([])).toBe(0);
  expect(addUp([1, -0.4])).toBe(0.6);
});

test('whole full-time equivalents are those that are complete', () => {
  expect([1.9, 2, 0.999, 0, 0.1 + 0.2 + 0.7].map(wholeOf)).toEqual([1, 2, 0, 0, 1]);
});
