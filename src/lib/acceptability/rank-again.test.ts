import { expect, it } from 'vitest';
import { seededRandom } from '../statistics/random.ts';
import { rankAgain } from './rank-again.ts';

it('ranks the most first; equal demand has an equal rank, and as many are passed over', () => {
  const { rank, ranks } = rankAgain(5);
  rank(Float64Array.of(0.1, 0.3, 0.3, 0.2, 0.1));
  expect(Array.from(ranks)).toEqual([4, 1, 1, 3, 4]);
  rank(Float64Array.of(0.5, 0.1, 0.2, 0.15, 0.05));
  expect(Array.from(ranks)).toEqual([1, 4, 2, 3, 5]);
});

it('is what sorting gives, however unevenly demand lies', () => {
  const random = seededRandom(8);
  for (const skew of [0, 1, 4, 30]) {
    const demand = Float64Array.from({ length: 200 }, () => Math.round(50 * random()) * random() ** skew);
    const { rank, ranks } = rankAgain(demand.length);
    rank(demand);
    expect(Array.from(ranks)).toEqual(Array.from(demand, (own) => 1 + demand.filter((other) => other > own).length));
  }
});
