import { describe, expect, it } from 'vitest';
import expected from './funnel.expected.json' with { type: 'json' };
import {
  dispersionFactor,
  exactLimits,
  funnelOf,
  interpolatedLimits,
  varianceBetween,
  wholeLimits,
  winsorise,
} from './index.ts';

// The expected values are R's; `funnel.reference.R` makes them anew.

/** Limits in the order in which R has them: 99.8 % and 95 % below, 95 % and 99.8 % above. */
type Four = (limits: typeof exactLimits, at: Parameters<typeof exactLimits>[0]) => number[];
const four: Four = (limits, at) => {
  const [wide, narrow] = [limits(at, 0.002), limits(at, 0.05)];
  return [wide.lower, narrow.lower, narrow.upper, wide.upper];
};
const close = (got: readonly number[], wanted: readonly number[]) => {
  expect(got).toHaveLength(wanted.length);
  for (const [at, value] of wanted.entries()) expect(got[at]).toBeCloseTo(value, 7);
};

describe('limits beside R', () => {
  it.each(expected.poisson)('of a Poisson mean of $mean', ({ mean, whole, interpolated, exact }) => {
    const at = { family: 'poisson', rate: mean / 4, exposure: 4 } as const;
    expect(four(wholeLimits, at)).toEqual(whole);
    close(four(interpolatedLimits, at), interpolated);
    close(four(exactLimits, at), exact);
  });

  it.each(expected.binomial)('of $trials trials at $rate', ({ trials, rate, whole, interpolated }) => {
    const at = { family: 'binomial', rate, exposure: trials } as const;
    expect(four(wholeLimits, at)).toEqual(whole);
    close(four(interpolatedLimits, at), interpolated);
  });

  it('of the means that another computation tabled', () => {
    const table = [5, 10, 20, 50, 100, 500].flatMap((rate) =>
      four(wholeLimits, { family: 'poisson', rate, exposure: 1 }),
    );
    // scipy 1.10.1, poisson.ppf at 0.001, 0.025, 0.975 and 0.999.
    expect(table).toEqual([
      ...[0, 1, 10, 13, 2, 4, 17, 21, 8, 12, 29, 35],
      ...[30, 37, 64, 73, 71, 81, 120, 132, 432, 457, 544, 571],
    ]);
  });
});

describe('twelve units beside R', () => {
  const { count, exposure, ...wanted } = expected.units;
  const units = count.map((each, at) => ({ count: each, exposure: exposure[at] ?? 0 }));
  const chances = (overdispersion: 'none' | 'multiplicative' | 'additive') =>
    funnelOf(units, { family: 'poisson', overdispersion }).units.map(({ pValue }) => pValue);

  it('has the scores drawn in, their mean square as published, and the variance between units', () => {
    const scores = funnelOf(units, { family: 'poisson', overdispersion: 'none' }).units.map(({ score }) => score);
    close(winsorise(scores, 0.1), wanted.winsorised);
    expect(dispersionFactor(scores, { consistent: false })).toBeCloseTo(wanted.published, 10);
    expect(dispersionFactor(scores)).toBeCloseTo(wanted.factor, 8);
    const chance = exposure.map((each) => 1 / (4 * each));
    expect(varianceBetween(wanted.factor, chance)).toBeCloseTo(wanted.variance, 10);
  });

  it('has the chance of each unit, exact and with either overdispersion', () => {
    close(chances('none'), wanted.exactChance);
    close(chances('multiplicative'), wanted.multiplicativeChance);
    close(chances('additive'), wanted.additiveChance);
  });
});
