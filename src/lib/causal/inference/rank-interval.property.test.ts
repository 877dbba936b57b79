import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byLot, rankAmong } from './by-lot.ts';
import { type LotGroup, type RankInterval, rankInterval, ratioInterval } from './rank-interval.ts';

const SETTINGS = { seed: 8, numRuns: 300 };
const figure = fc.integer({ min: -20, max: 20 }).map((value) => value / 4);
const positive = fc.integer({ min: 1, max: 12 }).map((value) => value / 4);
const exposure = fc.constantFrom(0, 0, 0, -0.3, -0.05, 0.5);
const lots = fc
  .array(fc.record({ estimate: figure, preRmspe: positive, exposure }), { minLength: 2, maxLength: 40 })
  .map((groups): LotGroup[] => groups.map((each, at) => (at === 0 ? { ...each, exposure: 1 } : each)));
const holds = ({ stretches }: RankInterval, effect: number) =>
  stretches.some(([low, high]) => low <= effect && effect <= high);
const levels = fc.constantFrom(0.5, 0.8, 0.95);
/** Effects off the grid on which ends fall, where rounding decides. */
const effects = [0, -7.013, -2.531, -0.3127, 0.1931, 1.617, 4.441, 90.7];

it('an effect is left out exactly when its p by lot is at most α: zero, and any other', () => {
  fc.assert(
    fc.property(lots, levels, (groups, level) => {
      const interval = rankInterval(groups, 0, level);
      for (const effect of effects) {
        const standardised = groups.map((each) => (each.estimate - effect * each.exposure) / each.preRmspe);
        expect(holds(interval, effect)).toBe(byLot(standardised, 0).twoSided > interval.alpha);
      }
    }),
    SETTINGS,
  );
});

it('the estimate itself is never left out, and the order of groups changes nothing', () => {
  fc.assert(
    fc.property(lots, levels, (groups, level) => {
      const interval = rankInterval(groups, 0, level);
      expect(interval.low).toBeLessThanOrEqual(groups[0]?.estimate ?? Number.NaN);
      expect(interval.high).toBeGreaterThanOrEqual(groups[0]?.estimate ?? Number.NaN);
      expect(rankInterval(groups.toReversed(), groups.length - 1, level)).toEqual(interval);
    }),
    SETTINGS,
  );
});

it('so with the ratio of root mean squared gaps, for constant and growing effects', () => {
  const gaps = fc.array(figure, { minLength: 3, maxLength: 3 });
  const some = fc.array(fc.record({ gaps, preRmspe: positive, exposure }), { minLength: 2, maxLength: 25 });
  fc.assert(
    fc.property(some, fc.constantFrom([1, 1, 1], [1, 2, 3]), levels, (drawn, path, level) => {
      const groups = drawn.map((each, at) => (at === 0 ? { ...each, exposure: 1 } : each));
      const interval = ratioInterval(groups, 0, path, level);
      const rejected = Math.min(groups.length - 1, Math.max(1, Math.round((1 - level) * groups.length)));
      for (const effect of effects.slice(1)) {
        const ratios = groups.map((each) => {
          const squares = each.gaps.map((gap, t) => (gap - effect * each.exposure * (path[t] as number)) ** 2);
          return Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / squares.length) / each.preRmspe;
        });
        expect(interval !== null && holds(interval, effect)).toBe(rankAmong(ratios, 0).atLeast > rejected);
      }
    }),
    SETTINGS,
  );
});
