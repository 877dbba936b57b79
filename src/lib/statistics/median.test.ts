import { expect, test } from 'vitest';
import { median } from './median.ts';

test('the middle of an odd number of values, by size and not as text', () => {
  expect(median([9, 100, 20])).toBe(20);
  expect(median([5])).toBe(5);
});

test('the mean of the two in the middle of an even number', () => {
  expect(median([4, 1, 3, 100])).toBe(3.5);
});

test('none of nothing, and the values stay as they were', () => {
  expect(median([])).toBeNull();
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});
