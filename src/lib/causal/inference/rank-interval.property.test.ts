import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normal, seededRandom } from '../../statistics/random.ts';
import { groupsOf } from '../groups-of.ts';
import { byLot, rankAmong, rejectedAmong } from './by-lot.ts';
import type { LotGroup } from './lot-group.ts';
import { rankInterval, ratioInterval } from './rank-interval.ts';
import type { Stretch } from './stretches.ts';

const SETTINGS = { seed: 8, numRuns: 300 };
const figure = fc.integer({ min: -20, max: 20 }).map((value) => value / 4);
const positive = fc.integer({ min: 1, max: 12 }).map((value) => value / 4);
const exposure = fc.constantFrom(0, 0, 0, -0.3, -0.05, 0.5);
const measured = fc.record({ estimate: figure, preRmspe: positive, exposure });
/** Areas taken singly, in pairs and in threes, of which the first group is exposed most. */
const lots = fc
  .record({ areas: fc.integer({ min: 3, max: 7 }), size: fc.integer({ min: 1, max: 3 }) })
  .map(({ areas, size }) => groupsOf([...Array(areas).keys()], size, null))
  .filter((groups) => groups.length > 1)
  .chain((groups) =>
    fc
      .array(measured, { minLength: groups.length, maxLength: groups.length })
      .map((all) =>
        all.map((each, at): LotGroup => ({ ...each, group: groups[at] ?? [], ...(at === 0 ? { exposure: 1 } : {}) })),
      ),
  );
const holds = ({ stretches }: { stretches: readonly Stretch[] }, effect: number) =>
  stretches.some(([low, high]) => low <= effect && effect <= high);
const levels = fc.constantFrom(0.5, 0.8, 0.95);
/** Effects off the grid on which ends fall, where rounding decides. */
const effects = [0, -7.013, -2.531, -0.3127, 0.1931, 1.617, 4.441, 90.7];
const chanceAt = (lot: readonly LotGroup[], effect: number) =>
  byLot(
    lot.map(({ group }) => group),
    lot.map((each) => (each.estimate - effect * each.exposure) / each.preRmspe),
    0,
  ).twoSided;

it('leaves out zero exactly when its p by lot is at most α', () => {
  fc.assert(
    fc.property(lots, levels, (lot, level) => {
      const { low, high, alpha } = rankInterval(lot, 0, level);
      expect(low <= 0 && high >= 0).toBe(chanceAt(lot, 0) > alpha + 1e-12);
    }),
    SETTINGS,
  );
});

it('of pairs ends where the effect becomes impossible, found to a millionth', () => {
  const random = seededRandom(8);
  const groups = groupsOf([...Array(10).keys()], 2, null);
  for (let draw = 0; draw < 40; draw += 1) {
    const lot = groups.map((group, at): LotGroup => {
      const held = group.filter((unit) => unit < 2).length;
      const [estimate, preRmspe] = [normal(random) + held, 0.5 + random()];
      return { group, estimate, preRmspe, exposure: at === 0 ? 1 : held / 2 - (2 - held) / 8 };
    });
    const { low, high, alpha } = rankInterval(lot, 0, 0.9);
    for (const [end, out] of [
      [low, -1e-4],
      [high, 1e-4],
    ] as const) {
      expect(chanceAt(lot, end)).toBeGreaterThan(alpha);
      if (Number.isFinite(end)) expect(chanceAt(lot, end + out)).toBeLessThanOrEqual(alpha);
    }
    expect(Number.isFinite(high - low)).toBe(true);
  }
});

it('of single areas holds every effect that is possible, unless beyond a zero that is not', () => {
  fc.assert(
    fc.property(lots, levels, (lot, level) => {
      const interval = rankInterval(lot, 0, level);
      const estimate = lot[0]?.estimate ?? 0;
      const cut = chanceAt(lot, 0) <= interval.alpha;
      if ((lot[0]?.group.length ?? 0) > 1) return;
      for (const effect of effects) {
        if (chanceAt(lot, effect) <= interval.alpha || (cut && effect * estimate <= 0)) continue;
        expect(interval.low).toBeLessThanOrEqual(effect);
        expect(interval.high).toBeGreaterThanOrEqual(effect);
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
      const rejected = rejectedAmong(groups.length, level);
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
