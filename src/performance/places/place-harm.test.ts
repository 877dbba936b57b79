import { describe, expect, it } from 'vitest';
import { referenceAreas } from '../../geography/index.ts';
import { findMeasure } from '../../measures/index.ts';
import { asPerformanceArea } from '../areas/name-areas.ts';
import type { MonthlyFigures } from '../model.ts';
import { makePeriod } from '../periods/make-period.ts';
import { harmOf, type KnownBorough, setAgainstMiddle } from './place-harm.ts';
import { sayNoTrust, saySide } from './say-places.ts';

const [area] = referenceAreas('boroughs-2022').map(asPerformanceArea);
const measure = findMeasure('violence-and-robbery');
if (measure === null || area === undefined) throw new Error('The measure or the borough is gone.');
const period = makePeriod('2023-01', '2023-12');

const borough = (ratePer1000: number | null, trust: number | null): KnownBorough => ({
  ...{ area, total: 1, residents: 1, ratePer1000, rateInterval: null, missing: null, here: false },
  trust,
});

describe('setAgainstMiddle', () => {
  it('tells trust apart only beyond what 100 interviews leave open', () => {
    const some = [borough(10, 0.7), borough(20, 0.6), borough(30, 0.59), borough(5, 0.81), borough(6, 0.7)];
    const { middle, boroughs } = setAgainstMiddle(some, '2026-03-10');
    expect(middle).toEqual({ harm: 10, trust: 0.7 });
    expect(boroughs.map(({ side }) => side?.trust)).toEqual(['near', 'near', 'lower', 'higher', 'near']);
    expect(boroughs.map(({ side }) => side?.harm)).toEqual(['higher', 'higher', 'higher', 'lower', 'lower']);
    expect(boroughs.map(saySide)[2]).toBe(
      'Higher rate than the middle borough; trust lower by more than 10 percentage points.',
    );
  });

  it('says nothing of a borough that lacks either', () => {
    const { boroughs } = setAgainstMiddle([borough(1, 0.5), borough(2, null), borough(null, 0.5)], '2026-03-10');
    expect(boroughs.map(({ side }) => side === null)).toEqual([false, true, true]);
  });
});

describe('harmOf', () => {
  const series = (name: string, values: number[]): MonthlyFigures => ({
    ...{ measure: name, area, vintage: 'v', synthetic: false, files: [], firstMonth: '2023-01', values },
    ...{ origins: [], doubtful: [], backCast: false },
  });

  it('is a rate for each 1,000 residents, with a range for counts and none for harm', () => {
    const figures = [series('violence-and-robbery', Array(12).fill(5)), series('residents', [12_000])];
    const counted = harmOf(area, { measure, weighted: false }, figures, period);
    expect(counted.ratePer1000).toBe(5);
    expect(counted.rateInterval?.[0]).toBeLessThan(5);
    expect(harmOf(area, { measure, weighted: true }, figures, period).rateInterval).toBeNull();
  });

  it('says what is lacking', () => {
    const short = [series('violence-and-robbery', Array(11).fill(5)), series('residents', [12_000])];
    expect(harmOf(area, { measure, weighted: false }, short, period).missing).toContain('held for all of January 2023');
    const nobody = [series('violence-and-robbery', Array(12).fill(5))];
    expect(harmOf(area, { measure, weighted: false }, nobody, period).missing).toBe(
      'How many people live here is not held.',
    );
  });
});

it('says plainly that the survey cannot tell', () => {
  expect(sayNoTrust('lsoas')).toMatch(
    /^Trust cannot be said for an LSOA: the Public Attitude Survey is by borough only/,
  );
});
