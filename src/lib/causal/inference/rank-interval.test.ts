import { describe, expect, it } from 'vitest';
import { byLot } from './by-lot.ts';
import type { LotGroup } from './lot-group.ts';
import { rankInterval, ratioInterval } from './rank-interval.ts';

const group = (estimate: number, preRmspe = 1, exposure = 0): LotGroup => ({
  group: [0],
  estimate,
  preRmspe,
  exposure,
});
/** Nineteen other groups, that moved by 0.1 to 1.9 times their gaps before. */
const others = Array.from({ length: 19 }, (_, at) => group((at % 2 === 0 ? 1 : -1) * ((at + 1) / 10)));

describe('effects that the lot does not rule out', () => {
  it('lie as far either side of the estimate as the group moved that ranks at the level', () => {
    // 20 groups, one of which may rank higher: 95 %. The highest of the others is 1.9 of their gaps.
    const interval = rankInterval([group(-3, 2, 1), ...others], 0);
    expect(interval.level).toBeCloseTo(0.95, 12);
    expect(interval.low).toBeCloseTo(-3 - 2 * 1.9, 7);
    expect(interval.high).toBeCloseTo(-3 + 2 * 1.9, 7);
  });

  it.each([
    { groups: 28, level: 1 - 1 / 28 },
    { groups: 39, level: 1 - 1 / 39 },
    { groups: 5, level: 1 - 1 / 5 },
    { groups: 406, level: 1 - 20 / 406 },
  ])('of $groups groups have the least attainable level from 95 % on, and never 100 %', ({ groups, level }) => {
    const lot = Array.from({ length: groups }, (_, at) => group(at, 1, at === 3 ? 1 : 0));
    expect(rankInterval(lot, 3).level).toBeCloseTo(level, 12);
  });

  it('of an effect that grows by c a month are those of the mean over the mean of the months', () => {
    const constant = rankInterval([group(-3, 2, 1), ...others], 0);
    const growing = rankInterval([group(-3, 2, 6.5), ...others], 0);
    expect(growing.low).toBeCloseTo(constant.low / 6.5, 10);
    expect(growing.high).toBeCloseTo(constant.high / 6.5, 10);
  });

  it('have no end where groups hold treated areas and fit better by themselves', () => {
    const lot = [group(-3, 2, 1), group(0, 0.5, 0.6), group(1), group(2)];
    expect(rankInterval(lot, 0)).toMatchObject({ low: -Infinity, high: Infinity });
  });

  it('end short of zero where zero is ruled out between effects that are not', () => {
    const lot = [group(10, 1, 1), group(-9, 1, 0), group(20, 1, 2.2)];
    const { low, high } = rankInterval(lot, 0, 0.6);
    expect(byLot([[0], [1], [2]], [10, -9, 20], 0).twoSided).toBeGreaterThan(0.6);
    expect([low <= 0, high >= 10]).toEqual([true, true]);
  });

  it('by the ratio of gaps are none where a constant effect fits no time', () => {
    const flat = { gaps: [0, 0], preRmspe: 1, exposure: 0 };
    expect(ratioInterval([{ gaps: [-5, 5], preRmspe: 1, exposure: 1 }, flat, flat], 0, [1, 1])).toBeNull();
    expect(ratioInterval([{ gaps: [-5, 5], preRmspe: 1, exposure: 1 }, flat, flat], 0, [-1, 1])).toMatchObject({
      low: 5,
    });
  });

  it('are refused for a group alone, one that nothing was done to, no gap before and a level out of range', () => {
    expect(() => rankInterval([group(1, 1, 1)], 0)).toThrow('one group');
    expect(() => rankInterval([group(1), group(2)], 0)).toThrow('exposed');
    expect(() => rankInterval([group(1, 0, 1), group(2)], 0)).toThrow('before the start');
    expect(() => rankInterval([group(1, 1, 1), group(2)], 0, 1)).toThrow('between 0 and 1');
    expect(() => ratioInterval([{ gaps: [1], preRmspe: 1, exposure: 1 }], 0, [1, 2])).toThrow('each time');
  });
});
