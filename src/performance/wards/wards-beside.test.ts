import { describe, expect, it } from 'vitest';
import { referenceAreas } from '../../geography/index.ts';
import { findMeasure } from '../../measures/index.ts';
import { asPerformanceArea } from '../areas/name-areas.ts';
import { makePeriod } from '../periods/make-period.ts';
import { sayBeside, sayStanding } from './say-wards.ts';
import { type HeldWard, setBeside } from './wards-beside.ts';

const measure = findMeasure('violence-and-robbery');
if (measure === null) throw new Error('The measure is gone.');
const period = makePeriod('2025-03', '2026-02');
const areas = referenceAreas('wards-2022').slice(0, 12).map(asPerformanceArea);

/** Twelve wards of 10,000 residents with about 100 each, but for the first. */
const wards = (first: number): HeldWard[] =>
  areas.map((area, at) => ({
    area,
    count: at === 0 ? first : 92 + 2 * ((at * 5) % 9),
    residents: 10_000,
    visited: null,
  }));

describe('setBeside', () => {
  it('finds by chance alone the ward that is far from the rest, and says so', () => {
    const beside = setBeside(wards(300), measure, period);
    const [first, second] = beside.wards;
    expect(first?.rated?.counts).toMatchObject({ outside: 'above', far: true });
    expect(first?.rated?.dispersed.outside).toBe('above');
    expect(second?.rated?.dispersed.outside).toBeNull();
    expect(sayBeside(beside, false).figure).toBe(
      `1 of the 12 wards differs from the rest by more than wards here usually differ: ${areas[0]?.name} higher.`,
    );
  });

  it('allows for how wards differ, where all of them do', () => {
    const apart = areas.map((area, at) => ({ area, count: 60 + 20 * at, residents: 10_000, visited: null }));
    const { wards: judged, overdispersion } = setBeside(apart, measure, period);
    expect(overdispersion).toMatchObject({ kind: 'additive' });
    expect(judged.filter(({ rated }) => rated?.counts.outside !== null).length).toBeGreaterThan(5);
    expect(judged.filter(({ rated }) => rated?.dispersed.outside !== null)).toHaveLength(0);
  });

  it('gives the exact interval of each rate, for each 1,000 residents', () => {
    const { rated } = setBeside(wards(100), measure, period).wards[0] ?? {};
    expect(rated?.ratePer1000).toBe(10);
    // R: poisson.test(100)$conf.int / 10.
    expect(rated?.rateInterval[0]).toBeCloseTo(8.136399, 5);
    expect(rated?.rateInterval[1]).toBeCloseTo(12.162679, 5);
  });

  it('keeps a ward that lacks a figure, and says which', () => {
    const lacking = wards(100).map((ward, at) => (at === 3 ? { ...ward, residents: null } : ward));
    const { wards: shown } = setBeside(lacking, measure, period);
    expect(shown).toHaveLength(12);
    expect(shown[3]).toMatchObject({ rated: null, missing: expect.stringContaining('How many people live here') });
    const alone = setBeside(
      [lacking[0], lacking[3]].filter((ward) => ward !== undefined),
      measure,
      period,
    );
    expect(alone.ratePer1000).toBeNull();
    expect(alone.wards[0]?.missing).toBe('There is no other ward to compare it with.');
  });
});

it('says a standing without ever ranking it', () => {
  expect(sayStanding({ outside: null, far: false, pValue: 0.4 }, false)).toBe('Within how wards here usually differ.');
  expect(sayStanding({ outside: 'below', far: false, pValue: 0.03 }, true)).toBe(
    'Lower than chance alone makes wards differ: outside the 95% lines.',
  );
});
