import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf } from '../groups-of.ts';
import { standOut } from './stand-out.ts';

const PAIRS = groupsOf([0, 1, 2, 3, 4], 2, null);
const some = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: PAIRS.length, maxLength: PAIRS.length });

/** By the definition, group by group. */
function defined(groups: readonly (readonly number[])[], values: readonly number[]): number[] {
  const least = 1e-9 * (Math.max(...values.map(Math.abs)) || 1);
  return values.map((value, at) => {
    const apart = values.filter((_, other) => !groups[other]?.some((unit) => groups[at]?.includes(unit)));
    return value > 0 ? value / Math.max(least, ...apart) : value;
  });
}

describe('how far groups stand out', () => {
  test('is over the farthest of the groups that share no area with it', () => {
    fc.assert(
      fc.property(some, (values) => {
        const higher = defined(PAIRS, values);
        const lower = defined(
          PAIRS,
          values.map((value) => -value),
        );
        expect([...standOut(PAIRS, values, 'higher')]).toEqual(higher);
        expect([...standOut(PAIRS, values, 'lower')].map((value) => value + 0)).toEqual(
          lower.map((value) => value + 0),
        );
        expect([...standOut(PAIRS, values, 'either')].map((value) => value + 0)).toEqual(
          higher.map((value, at) => Math.max(value, lower[at] ?? 0) + 0),
        );
      }),
    );
  });

  test('puts a pair that rose before the pairs that share in its rise, however they fit', () => {
    const values = PAIRS.map(([one, other]) => (one === 0 && other === 1 ? 2 : one === 0 || one === 1 ? 2.5 : -1));
    expect(Math.max(...values)).toBe(2.5);
    const standing = standOut(PAIRS, values, 'either');
    expect(standing[0]).toBe(Math.max(...standing));
    expect(standing.filter((each) => each >= (standing[0] ?? 0))).toHaveLength(1);
  });

  test('of single areas is the effect itself', () => {
    expect([...standOut([[0], [1], [2]], [3, -5, 1], 'either')]).toEqual([3, 5, 1]);
    expect([...standOut([[0], [1], [2]], [3, -5, 1], 'lower')]).toEqual([-3, 5, -1]);
  });

  test('a fit without error stands out from all but its like', () => {
    const two = [
      [0, 1],
      [2, 3],
      [0, 2],
    ];
    expect([...standOut(two, [Infinity, Infinity, 2], 'higher')]).toEqual([1, 1, 2 / 2e-9]);
    expect([...standOut(two, [Infinity, 4, 2], 'higher')]).toEqual([Infinity, 0, 2 / 4e-9]);
  });

  test('one value for each group', () => {
    expect(() => standOut(PAIRS, [1], 'higher')).toThrow('one standardised');
    expect(() => standOut([[0], [1]], [1, Number.NaN], 'higher')).toThrow('not a number');
  });
});
