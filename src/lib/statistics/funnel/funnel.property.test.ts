import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidArgument } from '../../invalid-argument.ts';
import { exactChance, exactLimits, funnelOf, type Overdispersion, wholeLimits, winsorise } from './index.ts';

const SEED = { seed: 2005, numRuns: 120 };
const unit = fc.record({ count: fc.nat(400), exposure: fc.double({ min: 0.5, max: 30, noNaN: true }) });
const units = fc.array(unit, { minLength: 2, maxLength: 30 });
const kind = fc.constantFrom<Overdispersion['kind']>('none', 'multiplicative', 'additive');

describe('exact limits', () => {
  const mean = fc.double({ min: 0.01, max: 900, noNaN: true });

  it('have a whole count on or beyond them exactly when its chance is at most the share outside', () => {
    fc.assert(
      fc.property(mean, fc.nat(1200), fc.constantFrom(0.05, 0.002), (rate, count, outside) => {
        const at = { family: 'poisson', rate, exposure: 1 } as const;
        const { lower, upper } = exactLimits(at, outside);
        const chance = exactChance(at, count);
        fc.pre(Math.abs(chance - outside) > 1e-9);
        const beyond = count > upper || (count < lower && lower > 0);
        expect(beyond).toBe(chance < outside);
        const whole = wholeLimits(at, outside);
        expect(beyond).toBe(count > whole.upper || count < whole.lower);
      }),
      SEED,
    );
  });

  it('have the limits of failures where those of successes are turned round', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 900 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (trials, rate) => {
          const of = exactLimits({ family: 'binomial', rate, exposure: trials }, 0.05);
          const turned = exactLimits({ family: 'binomial', rate: 1 - rate, exposure: trials }, 0.05);
          if (of.lower > 0) expect(trials - turned.upper).toBeCloseTo(of.lower, 6);
        },
      ),
      SEED,
    );
  });
});

describe('funnelOf', () => {
  it('does not depend on the order of units, nor on what exposure is counted in', () => {
    fc.assert(
      fc.property(units, kind, (some, overdispersion) => {
        const chances = (of: typeof some) =>
          funnelOf(of, { family: 'poisson', overdispersion }).units.map(({ pValue }) => pValue);
        const [asGiven, turned] = [chances(some), chances(some.toReversed()).toReversed()];
        const thousandfold = chances(some.map(({ count, exposure }) => ({ count, exposure: exposure * 1000 })));
        for (const [at, chance] of asGiven.entries()) {
          expect(turned[at]).toBeCloseTo(chance, 9);
          expect(thousandfold[at]).toBeCloseTo(chance, 6);
        }
      }),
      SEED,
    );
  });

  it('never narrows the limits by an overdispersion, and keeps the target between them', () => {
    fc.assert(
      fc.property(units, (some) => {
        const widths = (['none', 'multiplicative', 'additive'] as const).map((overdispersion) => {
          const { target, limits } = funnelOf(some, { family: 'poisson', overdispersion });
          const { lower, upper } = limits(50, 0.05);
          expect(lower).toBeLessThanOrEqual(target);
          expect(upper).toBeGreaterThanOrEqual(target);
          return upper - lower;
        });
        const [exact = 0, ...widened] = widths;
        // The exact limits stand a little apart from those of the steady scale at small counts.
        for (const width of widened) expect(width).toBeGreaterThanOrEqual(exact - 0.05 - exact * 0.15);
      }),
      SEED,
    );
  });

  it('draws a unit outside its own limits exactly when its chance is below the share outside', () => {
    fc.assert(
      fc.property(units, kind, (some, overdispersion) => {
        const funnel = funnelOf(some, { family: 'poisson', overdispersion });
        for (const [at, { rate, pValue }] of funnel.units.entries()) {
          const { lower, upper } = funnel.limits(some[at]?.exposure ?? 1, 0.05);
          if (Math.abs(pValue - 0.05) < 1e-7) continue;
          expect(rate > upper || (rate < lower && lower > 0)).toBe(pValue < 0.05);
        }
      }),
      SEED,
    );
  });

  it('finds nothing where every count is 0, and takes a target from outside', () => {
    const none = [4, 9].map((exposure) => ({ count: 0, exposure }));
    expect(funnelOf(none, { family: 'poisson', overdispersion: 'additive' }).units.map((each) => each.pValue)).toEqual([
      1, 1,
    ]);
    expect(funnelOf(none, { family: 'poisson', overdispersion: 'none', target: 2 }).units[1]?.pValue).toBeCloseTo(
      2 * Math.exp(-18),
      15,
    );
  });

  it('refuses a single unit, a count that is none and an exposure of 0', () => {
    const judge =
      (...given: [number, number][]) =>
      () =>
        funnelOf(
          given.map(([count, exposure]) => ({ count, exposure })),
          { family: 'binomial', overdispersion: 'none' },
        );
    expect(judge([1, 4])).toThrow(InvalidArgument);
    expect(judge([1, 4], [1.5, 4])).toThrow('1.5 is no count');
    expect(judge([1, 4], [1, 0])).toThrow('0 is no exposure');
    expect(judge([1, 4], [5, 4])).toThrow('5 of 4 is no share');
    expect(() => winsorise([1, 2], 0.5)).toThrow(InvalidArgument);
  });
});
