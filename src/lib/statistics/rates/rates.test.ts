import { describe, expect, it } from 'vitest';
import { boundsForUnknown, katzShareRatio, logWaldRateRatio, mantelHaenszelRateRatio } from './index.ts';

const OPEN = [0, Number.POSITIVE_INFINITY];

describe('two rates', () => {
  it('leave the interval open where a count is zero', () => {
    expect(logWaldRateRatio([0, 5], [10, 10])).toEqual({ ratio: 0, interval: OPEN });
    expect(logWaldRateRatio([5, 0], [10, 10])).toEqual({ ratio: null, interval: OPEN });
  });

  it('refuse what is no count, no exposure, or more than all', () => {
    expect(() => logWaldRateRatio([-1, 5], [10, 10])).toThrow('below zero');
    expect(() => logWaldRateRatio([1, 5], [0, 10])).toThrow('not above zero');
    expect(() => katzShareRatio([11, 5], [10, 10])).toThrow('more successes');
  });
});

describe('rates within strata', () => {
  it('do not take what differs between areas for a difference between groups', () => {
    // In either area both groups are searched alike; one group lives where more is searched.
    const strata = [
      { cases: [90, 10], exposure: [900, 100] },
      { cases: [1, 9], exposure: [100, 900] },
    ] as const;
    expect(logWaldRateRatio([91, 19], [1000, 1000]).ratio).toBeCloseTo(4.79, 2);
    expect(mantelHaenszelRateRatio(strata).ratio).toBeCloseTo(1, 12);
  });

  it('leave out strata in which a group does not live, and count those that say something', () => {
    const strata = [
      { cases: [4, 2], exposure: [100, 100] },
      { cases: [5, 2], exposure: [100, 100] },
      { cases: [50, 2], exposure: [0, 100] },
      { cases: [0, 0], exposure: [100, 100] },
    ] as const;
    expect(mantelHaenszelRateRatio(strata)).toMatchObject({ ratio: 2.25, strata: 2, clusters: 2 });
  });

  it('have no ratio without events of the second group, and no clustered interval of one cluster', () => {
    expect(mantelHaenszelRateRatio([{ cases: [3, 0], exposure: [9, 9] }])).toMatchObject({
      ratio: null,
      interval: OPEN,
    });
    const one = [{ cases: [3, 2], exposure: [9, 9], cluster: 'ward' }] as const;
    expect(mantelHaenszelRateRatio([...one, ...one]).clusteredInterval).toBeNull();
    expect(() => mantelHaenszelRateRatio([{ cases: [3, -2], exposure: [9, 9] }])).toThrow('below zero');
    expect(() => mantelHaenszelRateRatio([{ cases: [3, 2], exposure: [9, -9] }])).toThrow('below zero');
  });

  it('are wider when the areas of a cluster lie off together', () => {
    const strata = Array.from({ length: 24 }, (_, at) => ({
      cases: [at % 12 < 6 ? 30 : 10, 10] as const,
      exposure: [100, 100] as const,
      cluster: at % 12 < 6 ? `high ${at % 2}` : `low ${at % 2}`,
    }));
    const width = ([low, high]: [number, number]) => Math.log(high / low);
    const together = mantelHaenszelRateRatio(strata).clusteredInterval ?? [1, 1];
    const apart = mantelHaenszelRateRatio(strata.map(({ cases, exposure }) => ({ cases, exposure })));
    expect(width(together)).toBeGreaterThan(width(apart.clusteredInterval ?? [1, 1]));
    expect(width(apart.clusteredInterval ?? [1, 1])).toBeGreaterThan(width(apart.interval));
  });
});

describe('events of no known group', () => {
  it('bound the ratio by belonging all to one group or all to the other', () => {
    const strata = [{ cases: [30, 20], exposure: [100, 100], unknown: 10, known: 50 }] as const;
    expect(boundsForUnknown(strata)).toEqual({ lowest: 1, highest: 2, proportional: 1.5 });
  });

  it('leave no upper bound where the second group has none', () => {
    const strata = [{ cases: [30, 0], exposure: [100, 100], unknown: 10, known: 30 }] as const;
    expect(boundsForUnknown(strata)).toEqual({ lowest: 3, highest: null, proportional: null });
  });

  it('are shared out within their stratum, none where nobody is known', () => {
    const strata = [
      { cases: [3, 1], exposure: [100, 100], unknown: 4, known: 4 },
      { cases: [1, 1], exposure: [100, 100], unknown: 0, known: 2 },
      { cases: [0, 0], exposure: [100, 100], unknown: 9, known: 0 },
    ] as const;
    expect(boundsForUnknown(strata).proportional).toBeCloseTo(7 / 3, 12);
  });
});
