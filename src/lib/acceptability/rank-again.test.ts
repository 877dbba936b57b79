import { expect, it } from 'vitest';
import { rankAgain } from './rank-again.ts';

it('ranks the most first; equal demand has an equal rank, and as many are passed over', () => {
  const { rank, ranks } = rankAgain(5);
  rank(Float64Array.of(0.1, 0.3, 0.3, 0.2, 0.1));
  expect(Array.from(ranks)).toEqual([4, 1, 1, 3, 4]);
  rank(Float64Array.of(0.5, 0.1, 0.2, 0.15, 0.05));
  expect(Array.from(ranks)).toEqual([1, 4, 2, 3, 5]);
});
