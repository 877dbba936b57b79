import { expect, it } from 'vitest';
import { chooseGroups, treatedAdjoin } from './choose-groups.ts';

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

it('takes only groups that hang together where areas are many: 200 in a line', () => {
  const pairs = Array.from({ length: 199 }, (_, at) => [at, at + 1] as const);
  const { all, enumerated } = chooseGroups({ units: 200, treated: 3, pairs }, 1);
  expect(all).toHaveLength(198);
  expect(enumerated).toBe(true);
  expect(all.every(([one = 0, two, three]) => two === one + 1 && three === one + 2)).toBe(true);
});

it('knows treated areas that do not adjoin', () => {
  expect(
    treatedAdjoin(2, [
      [0, 2],
      [1, 2],
    ]),
  ).toBe(false);
  expect(treatedAdjoin(2, [[0, 1]])).toBe(true);
  expect(treatedAdjoin(1, [])).toBe(true);
});
