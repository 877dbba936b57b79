import { describe, expect, it } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import { seededRandom } from '../statistics/random.ts';
import { countGroups, drawGroups } from './draw-groups.ts';
import { groupsOf } from './groups-of.ts';

describe('groups of units', () => {
  it('are every one of a size, each once, in order', () => {
    expect(groupsOf([4, 7, 9], 2, null)).toEqual([
      [4, 7],
      [4, 9],
      [7, 9],
    ]);
    const triples = groupsOf([...Array(30).keys()], 3, null);
    expect(triples).toHaveLength(4060);
    expect(new Set(triples.map(String)).size).toBe(4060);
  });

  it('are connected by borders within the group, where borders are given', () => {
    const chain = [
      [0, 1],
      [2, 1],
      [2, 3],
    ] as const;
    expect(groupsOf([0, 1, 2, 3], 3, chain)).toEqual([
      [0, 1, 2],
      [1, 2, 3],
    ]);
    // 0 and 2 have a neighbour in common, which is in no group.
    expect(groupsOf([0, 2, 3], 2, chain)).toEqual([[2, 3]]);
    expect(groupsOf([0, 3], 1, chain)).toEqual([[0], [3]]);
  });

  it('are grown from borders to the same groups as by going through all', () => {
    const random = seededRandom(5);
    const units = [...Array(9).keys()];
    for (let draw = 0; draw < 30; draw += 1) {
      const pairs = groupsOf(units, 2, null)
        .filter(() => random() < 0.25)
        .map(([one = 0, other = 0]) => [other, one] as const);
      const adjoin = (one: number, other: number) =>
        pairs.some((pair) => pair.includes(one) && pair.includes(other) && one !== other);
      const hangs = (group: readonly number[]) => {
        const reached = group.slice(0, 1);
        for (const unit of reached)
          for (const next of group) if (!reached.includes(next) && adjoin(unit, next)) reached.push(next);
        return reached.length === group.length;
      };
      for (const size of [1, 2, 3, 4])
        expect(groupsOf(units, size, pairs)).toEqual(groupsOf(units, size, null).filter(hangs));
    }
  });

  it('are of a size that there are units for', () => {
    expect(() => groupsOf([1, 2], 3, null)).toThrow(InvalidArgument);
    expect(() => groupsOf([1, 2], 0, null)).toThrow(InvalidArgument);
  });

  it('are counted without being made', () => {
    for (const size of [1, 2, 3, 4, 5])
      expect(countGroups(9, size)).toBe(groupsOf([...Array(9).keys()], size, null).length);
    expect(countGroups(5, 5)).toBe(1);
  });

  it('are drawn each once, and every unit as often as any other', () => {
    const drawn = drawGroups([...Array(20).keys()], 4, 3000, seededRandom(3));
    expect(new Set(drawn.map(String)).size).toBe(3000);
    expect(drawGroups([...Array(20).keys()], 4, 3000, seededRandom(4))).not.toEqual(drawn);
    expect(drawn.every((group) => new Set(group).size === 4)).toBe(true);
    // 3,000 groups of 4 of 20 hold each unit 600 times, give or take 22 (one standard deviation, with repeats refused less).
    for (let unit = 0; unit < 20; unit += 1) {
      const held = drawn.filter((group) => group.includes(unit)).length;
      expect(Math.abs(held - 600)).toBeLessThan(90);
    }
  });
});
