import { expect, test } from 'vitest';
import { comparePriority, priorityValue } from './compare-priority.ts';

test('more demand and fewer officers go first', () => {
  expect(comparePriority(0.3, 2, 0.2, 2)).toBeGreaterThan(0);
  expect(comparePriority(0.3, 3, 0.3, 2)).toBeLessThan(0);
});

test('equal priorities at different numbers of officers are equal: 6²/(8·9) = 1²/(1·2)', () => {
  expect(comparePriority(6, 8, 1, 1)).toBe(0);
  // In doubles 6 × 0.1 lies above six times the double nearest 0.1.
  expect(comparePriority(6 * 0.1, 8, 0.1, 1)).toBeGreaterThan(0);
});

test('a difference far below the last digit of a quotient still decides', () => {
  const justAbove = 6 + 2 ** -50;
  expect(justAbove).toBeGreaterThan(6);
  expect(comparePriority(justAbove, 8, 1, 1)).toBeGreaterThan(0);
  expect(comparePriority(1, 1, justAbove, 8)).toBeLessThan(0);
});

test('demand so small that its square vanishes is still compared', () => {
  expect(comparePriority(6e-200, 8, 0.9e-200, 1)).toBeGreaterThan(0);
  expect(comparePriority(2 ** -1074, 1, 2 ** -1074, 2)).toBeGreaterThan(0);
  expect(comparePriority(1e-300, 5, 0, 1)).toBeGreaterThan(0);
  expect(comparePriority(0, 5, 0, 1)).toBe(0);
});

test('a first officer goes before every second, and the larger demand before the smaller', () => {
  expect(priorityValue(0.01, 0)).toBe(Number.POSITIVE_INFINITY);
  expect(comparePriority(0.01, 0, 0.9, 1)).toBeGreaterThan(0);
  expect(comparePriority(0.01, 0, 0.02, 0)).toBeLessThan(0);
  expect(comparePriority(0, 0, 0.9, 1)).toBeLessThan(0);
  expect(priorityValue(0, 0)).toBe(0);
});
