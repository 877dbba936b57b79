import { expect, test } from 'vitest';
import { priorityQueue } from './priority-queue.ts';

test('first and second are the two wards in front; an award moves the first back', () => {
  // Priorities at one officer, over √2: 5, 4, 3; the first at two officers, over √6: 5/2.449 = 2.04 against 3/1.414 = 2.12.
  const queue = priorityQueue([3, 5, 4], [1, 1, 1], [9, 9, 9]);
  expect([queue.first(), queue.second()]).toEqual([1, 2]);
  queue.award();
  expect([queue.first(), queue.second()]).toEqual([2, 0]);
  queue.award();
  expect([queue.first(), queue.second()]).toEqual([0, 1]);
  expect(Array.from(queue.officers)).toEqual([1, 2, 2]);
});

test('a ward leaves at its ceiling, and nobody is left when all are full', () => {
  const queue = priorityQueue([3, 5], [1, 2], [2, 2]);
  expect([queue.first(), queue.second()]).toEqual([0, -1]);
  queue.award();
  expect([queue.first(), queue.second()]).toEqual([-1, -1]);
});
