import { expect, test } from 'vitest';
import { AUTHORISING_RANKS, isAtLeast } from './authorising-ranks.ts';

test('the ranks that may authorise go from inspector to Commissioner, each at least itself', () => {
  expect([AUTHORISING_RANKS[0], AUTHORISING_RANKS.at(-1)]).toEqual(['Inspector', 'Commissioner']);
  expect(AUTHORISING_RANKS.every((rank) => isAtLeast(rank, rank))).toBe(true);
});

test('a rank is at least those below it, and a detective’s is as high as the uniformed one', () => {
  expect(isAtLeast('Superintendent', 'Detective Superintendent')).toBe(true);
  expect(isAtLeast('Commander', 'Chief Superintendent')).toBe(true);
  expect(isAtLeast('Chief Inspector', 'Superintendent')).toBe(false);
  expect([isAtLeast('Captain', 'Inspector'), isAtLeast('Commander', 'Captain')]).toEqual([false, false]);
});
