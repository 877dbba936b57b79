import { expect, it } from 'vitest';
import { chooseGroups } from './choose-groups.ts';

it('takes every group of the size, the treated one first and once', () => {
  const { all, own, elsewhere, enumerated } = chooseGroups({ units: 29, treated: 2, pairs: null }, 1);
  expect([all.length, elsewhere.length, own, enumerated]).toEqual([406, 351, 0, true]);
  expect(all[0]).toEqual([0, 1]);
  expect(new Set(all.map((group) => group.join(' '))).size).toBe(406);
});

it('takes groups that hang together only, and the treated one even where it does not', () => {
  const pairs = [
    [1, 2],
    [2, 3],
  ] as const;
  expect(chooseGroups({ units: 4, treated: 2, pairs }, 1).all).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
});

it('draws 5,000 groups where there are more, the same ones again', () => {
  for (const size of [4, 8]) {
    const { all, enumerated } = chooseGroups({ units: 40, treated: size, pairs: null }, 7);
    expect([all.length, enumerated]).toEqual([5_000, false]);
    expect(new Set(all.map((group) => group.join(' '))).size).toBe(5_000);
    expect(chooseGroups({ units: 40, treated: size, pairs: null }, 7).all).toEqual(all);
  }
});
