import { describe, expect, it } from 'vitest';
import { byLot, rankAmong, rejectedAmong } from './by-lot.ts';

/** Areas taken singly. */
const single = (values: readonly number[], own: number) =>
  byLot(
    values.map((_, unit) => [unit]),
    values,
    own,
  );

describe('p-values by lot', () => {
  it('are the share of groups that moved as far, itself included', () => {
    expect(single([0.3, -2, 1, 0.1], 1)).toEqual({ twoSided: 0.25, higher: 1, lower: 0.25, smallest: 0.25, groups: 4 });
    expect(single([0.3, -2, 1, 0.1], 2)).toMatchObject({ twoSided: 0.5, higher: 0.25, lower: 1 });
  });

  it('count a tie against the claim, and one that only rounding hides', () => {
    expect(single([0.1 + 0.2, -0.3, 0.1, 0.2], 1).twoSided).toBe(0.5);
    expect(single([0.3 - 1e-6, -0.3, 0.1, 0.2], 1).twoSided).toBe(0.25);
  });

  it('are 1 where nothing moved anywhere', () => {
    expect(single([0, 0, 0], 0)).toMatchObject({ twoSided: 1, higher: 1, lower: 1 });
  });

  it('take fits without any error as the farthest', () => {
    expect(single([Infinity, -3, 1], 0).twoSided).toBeCloseTo(1 / 3, 12);
    expect(single([Infinity, -3, 1], 1).twoSided).toBeCloseTo(2 / 3, 12);
  });

  it('are refused for a group that is not there or a value that is no number', () => {
    expect(() => single([1, 2], 2)).toThrow('none has index 2');
    expect(() => single([1, Number.NaN], 0)).toThrow('not a number');
  });

  it('may call as many groups as keep within 1 in 20, and one where that is none', () => {
    expect([19, 20, 28, 39, 40, 406, 2].map((groups) => rejectedAmong(groups))).toEqual([1, 1, 1, 1, 2, 20, 1]);
  });

  it('give California rank 1 of 39 where its ratio is the highest', () => {
    expect(rankAmong([12, 123.8, 93.9], 1)).toEqual({ atLeast: 1, of: 3, share: 1 / 3 });
  });
});
