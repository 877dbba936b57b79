import { expect, it } from 'vitest';
import { combine } from './combine.ts';

it('averages values, or what is behind logs, time by time', () => {
  const means = combine(
    [
      [1, 5],
      [3, 8],
    ],
    'mean',
  );
  expect(means).toEqual([2, 6.5]);
  const logs = combine(
    [
      [Math.log(10), Math.log(2)],
      [Math.log(30), Math.log(4)],
    ],
    'log-mean',
  );
  expect(logs[0]).toBeCloseTo(Math.log(20), 12);
  expect(logs[1]).toBeCloseTo(Math.log(3), 12);
});

it('averages rates by the residents that they are of', () => {
  // 4 per 1,000 of 10,000 and 2 per 1,000 of 300,000: 640 of 310,000.
  expect(combine([[4], [2]], 'mean', [10_000, 300_000])[0]).toBeCloseTo(640 / 310, 12);
});

it('keeps a single series as it is, and logs that no number could be raised to', () => {
  expect(combine([[0.1, -3]], 'log-mean')).toEqual([0.1, -3]);
  expect(combine([[1000], [1000]], 'log-mean')).toEqual([1000]);
});
