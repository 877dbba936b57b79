import { expect, test } from 'vitest';
import { gapBetween } from './gap-between.ts';

test('a gap is relative to the answer, and none within the solver’s tolerance', () => {
  expect(gapBetween(100, 99)).toBe(0.01);
  expect(gapBetween(100, 100 - 1e-7)).toBe(0);
  expect(gapBetween(100, 100.5)).toBe(0);
  expect(gapBetween(0, 0)).toBe(0);
});
