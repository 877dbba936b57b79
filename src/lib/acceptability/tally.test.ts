import { expect, it } from 'vitest';
import { tally } from './tally.ts';

it('counts each ward by itself from its least number, however large a number comes', () => {
  const seen = tally([2, 0]);
  for (const number of [2, 3, 3, 500]) seen.add(0, number);
  seen.add(1, 0);
  expect(seen.sharesOf(0, 4)).toEqual({ '2': 0.25, '3': 0.5, '500': 0.25 });
  expect(seen.sharesOf(1, 1)).toEqual({ '0': 1 });
  expect([seen.varies(0), seen.varies(1)]).toEqual([true, false]);
});
