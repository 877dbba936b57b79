import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf, type Placebo } from '../../lib/causal/index.ts';
import { effectOfPercent, effectsNeeded, MOST, percentOfEffect } from './effects-needed.ts';
import { movedBy, moveOf } from './moves-by.ts';
import { neededEffect } from './needed-effect.ts';
import { calledByLooks, calledOnce, type Rule } from './rule-of-lot.ts';
import { chanceOfSeeing, seenFourInFive } from './seen-with-chance.ts';

test('the smallest effect is found from which on it is called', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 2, noNaN: true }), (line) => {
      const needed = neededEffect((effect) => effect >= line, 2.4);
      expect(needed / line).toBeGreaterThanOrEqual(1);
      expect(needed / line).toBeLessThanOrEqual(1.0101);
    }),
    { seed: 4 },
  );
  expect(neededEffect(() => true, 2.4)).toBe(0);
  expect(neededEffect(() => false, 2.4)).toBe(Number.POSITIVE_INFINITY);
});

test('the chance of seeing an effect never falls as it grows, and is four in five at the size said', () => {
  const sizes = fc.double({ min: 0, max: 9, noNaN: true });
  fc.assert(
    fc.property(fc.array(sizes, { minLength: 5, maxLength: 200 }), sizes, sizes, (needed, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      for (const method of ['did', 'sdid'] as const) {
        const chance = (effect: number) => chanceOfSeeing(effect, needed, method);
        expect(chance(more)).toBeGreaterThanOrEqual(chance(less));
        expect(chance(seenFourInFive(needed, method))).toBeGreaterThan(0.8 - 1e-6);
        expect([chance(-1), chance(10)]).toEqual([0, 1]);
      }
      expect(seenFourInFive(needed, 'sdid')).toBeGreaterThanOrEqual(seenFourInFive(needed, 'did'));
    }),
    { seed: 5 },
  );
});

/** Pairs of eight areas, each compared with the six others alike; areas' own gaps after the start as given. */
function pairsOf(gaps: readonly number[]): Placebo[] {
  const areas = [...gaps.keys()];
  return groupsOf(areas, 2, null).map((group): Placebo => {
    const of = (units: readonly number[]) => units.reduce((sum, unit) => sum + (gaps[unit] ?? 0), 0) / units.length;
    const others = areas.filter((unit) => !group.includes(unit));
    const estimate = of(group) - of(others);
    return {
      ...{ group, estimate, preRmspe: 0.1, ratio: Math.abs(estimate) / 0.1, standardised: estimate / 0.1 },
      ...{ gaps: [0, 0, estimate, estimate], weights: areas.map((unit) => (others.includes(unit) ? 1 / 6 : 0)) },
    };
  });
}

const GAPS = [0.02, -0.11, 0.08, 0.03, -0.05, 0.12, -0.02, 0.06];
const SIZES = [100, 80, 120, 60, 90, 110, 70, 100];
const looks = calledByLooks(
  28,
  { rate: 0.05, spending: 'Pocock', fractions: [0.5, 1], seed: 1 },
  { paths: [], areas: 0 },
);

describe.each([
  ['once', calledOnce],
  ['by looks', looks],
] satisfies [string, Rule][])('judged %s', (_, rule) => {
  test.each([1, -1] as const)('every pair is called of a change that is large enough, direction %s', (sign) => {
    const begun = { placebos: pairsOf(GAPS), start: 2, sizes: SIZES };
    const needed = effectsNeeded(begun, { scale: 'log', sign, ends: [1, 2], rule });
    expect(needed).toHaveLength(28);
    expect(Math.max(...needed)).toBeLessThan(MOST.log);
    expect(Math.max(...needed)).toBeGreaterThan(0.05);
  });

  test('a hundredfold rise is always called, though pairs that share in it rise too', () => {
    const placebos = pairsOf(GAPS);
    const groups = placebos.map(({ group }) => group);
    for (const [own, group] of groups.entries()) {
      const moves = movedBy(group, placebos, { sizes: SIZES, scale: 'log' });
      const by = moves.map((each) => moveOf(each, Math.log(100), { scale: 'log', sign: 1 }));
      const paths = placebos.map(({ estimate }, at) => [1, 2].map(() => (estimate + (by[at] ?? 0)) / 0.1));
      expect(rule({ groups, paths, own })).toBe(true);
    }
  });
});

test('half of a pair that doubles makes its average half as much again, and what is compared with it falls', () => {
  const placebos = pairsOf(GAPS.map(() => 0));
  const equal = { sizes: GAPS.map(() => 50), scale: 'log' } as const;
  const move = (group: number[], other: number[]) => {
    const at = placebos.findIndex(({ group: own }) => own[0] === other[0] && own[1] === other[1]);
    const moves = movedBy(group, placebos, equal)[at];
    return moves && moveOf(moves, Math.LN2, { scale: 'log', sign: 1 });
  };
  expect(move([0, 1], [0, 1])).toBeCloseTo(Math.LN2, 12);
  expect(move([0, 1], [1, 2])).toBeCloseTo(Math.log(1.5) - Math.LN2 / 6, 12);
  expect(move([0, 1], [4, 5])).toBeCloseTo(-Math.LN2 / 3, 12);
});

test('an effect and its per cent are the same figure', () => {
  expect(percentOfEffect(effectOfPercent(25, 'log', 1), 'log', 1)).toBeCloseTo(25, 12);
  expect(percentOfEffect(effectOfPercent(25, 'log', -1), 'log', -1)).toBeCloseTo(25, 12);
  expect(percentOfEffect(effectOfPercent(25, 'rate', -1), 'rate', -1)).toBeCloseTo(25, 12);
  expect(percentOfEffect(Number.POSITIVE_INFINITY, 'log', 1)).toBeNull();
});
