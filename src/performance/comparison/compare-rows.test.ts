import { describe, expect, it } from 'vitest';
import { anArea, someFigures } from '../../../test/builders/monthly-figures.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { MonthlyFigures } from '../model.ts';
import { makePeriod } from '../periods/make-period.ts';
import { compareRows, type RowFigures } from './compare-rows.ts';

const PERIODS = { current: makePeriod('2023-04', '2024-03'), previous: makePeriod('2022-04', '2023-03') };
/** Twelve equal months for each count a year. */
const years = (...counts: number[]): number[] => counts.flatMap((count) => Array<number>(12).fill(count / 12));
/** April 2010 to March 2024: twelve earlier years, of which two were exceptional, and the two compared. */
const QUIET = [1200, 1260, 1200, 1260, 1200, 1260, 1200, 1260, 1200, 1260];
const long = (...last: [number, number]) => someFigures(years(...QUIET, 12, 12_000, ...last));
const short = (code: string, ...counts: number[]): MonthlyFigures =>
  someFigures(years(...counts), { firstMonth: '2020-04', area: anArea(code, code) });

function row(figures: MonthlyFigures | null, given: Partial<RowFigures> = {}): RowFigures {
  return {
    ...{ group: 'All', measure: 'theft', printed: 'Theft', polarity: 'more is worse', figures },
    ...{ because: null, peers: null, boroughs: null },
    ...given,
  };
}
const compare = (...rows: RowFigures[]) => compareRows(rows, PERIODS, 20);

describe('rows of a comparison', () => {
  it('are judged by ordinary years: the exceptional ones say nothing of them', () => {
    const [found] = compare(row(long(1200, 1260)));
    expect(found).toMatchObject({ current: 1260, previous: 1200, change: 60, percentChange: 5, direction: 'up' });
    // Had 2020-21 and 2021-22 counted, the years would seem to differ a thousandfold.
    expect(found?.dispersion).toBeLessThan(2);
    expect(found?.dispersionFrom).toBe(
      '10 earlier years of Islington, leaving out 2 with restrictions in the pandemic',
    );
    expect(found?.verdict).toBe('could be chance');
    expect(compare(row(long(1200, 2400)))[0]?.verdict).toBe('clear');
  });

  it('leave out earlier years with doubtful months, and flag those of the two periods', () => {
    const figures = { ...long(1200, 1260), doubtful: ['2012-06', '2023-05', '2024-04'] as const };
    const [found] = compare(row({ ...figures, doubtful: [...figures.doubtful] }));
    expect(found?.doubtful).toEqual(['2023-05']);
    expect(found?.degreesOfFreedom).toBeLessThan(compare(row(long(1200, 1260)))[0]?.degreesOfFreedom ?? 0);
  });

  it('pool the years of areas like it where their own are too few', () => {
    const from = { firstMonth: '2010-04' as const };
    const place = (code: string, ...counts: number[]) =>
      someFigures(years(...counts), { ...from, area: anArea(code, code) });
    const own = place('A', 240, 240, 240, 300);
    const unlike = [own, place('B', 240, 480, 240, 480), place('C', 480, 240, 480, 240)];
    const periods = { current: makePeriod('2013-04', '2014-03'), previous: makePeriod('2012-04', '2013-03') };
    const [pooled] = compareRows([row(own, { peers: { named: '3 wards', figures: unlike } })], periods, 20);
    expect(pooled?.dispersionFrom).toBe('2 earlier years of 3 wards');
    const [alone] = compareRows([row(own)], periods, 20);
    expect(alone?.dispersionFrom).toBe('2 earlier years of A');
    expect(pooled?.dispersion ?? 0).toBeGreaterThan(alone?.dispersion ?? 0);
    expect(pooled?.verdict).toBe('could be chance');
  });

  it('are judged on the counts alone where earlier years are too few to tell, and keep the figures of those', () => {
    const periods = { current: makePeriod('2013-04', '2014-03'), previous: makePeriod('2012-04', '2013-03') };
    const few = someFigures(years(240, 252, 240, 300), { firstMonth: '2010-04', area: anArea('A', 'A') });
    const [found] = compareRows([row(few)], periods, 20);
    expect(found).toMatchObject({ dispersionFrom: '2 earlier years of A', falseDiscovery: null, verdict: 'clear' });
    expect([found?.degreesOfFreedom, found?.dispersedPValue]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(found?.degreesOfFreedom).toBeLessThan(3);
    expect(found?.words).toMatch(/^Too few earlier years to tell; on the counts alone, clear of chance: between /);
  });

  it('say what is missing, and keep their place', () => {
    const gap = long(1200, 1260);
    const values = gap.values.map((value, at) => (at === 150 ? null : value));
    const found = compare(row(null), row({ ...gap, values }), row(short('A', 100, 100, 100)), row(long(1200, 1260)));
    expect(found.map(({ missing }) => missing)).toEqual([
      'No figures of Theft are held: import a file that has them.',
      'No figure is held for October 2022.',
      'Held from April 2020 to March 2023 only, not all of April 2023 to March 2024.',
      null,
    ]);
    expect(found.slice(0, 3).every(({ verdict, pValue }) => verdict === 'no figures' && pValue === null)).toBe(true);
  });

  it('are judged together over those that are judged at all', () => {
    const found = compare(row(long(1200, 2400)), row(long(1200, 1260)), row(long(12, 12)), row(null));
    const [clear, chance, few, none] = found;
    expect([few?.falseDiscovery, none?.falseDiscovery]).toEqual([null, null]);
    expect(clear?.falseDiscovery).toBeCloseTo(2 * (clear?.dispersedPValue ?? 0), 12);
    expect(chance?.falseDiscovery).toBeCloseTo(chance?.dispersedPValue ?? 0, 12);
  });

  it('are judged together without those that have the counts alone, whose p-values are of another test', () => {
    const counts = { counts: { current: 400, previous: 200 } };
    const found = compare(row(long(1200, 1500)), row(long(1200, 1260)), row(null, counts));
    expect(found[2]).toMatchObject({ dispersedPValue: null, falseDiscovery: null, verdict: 'clear' });
    expect(found.map(({ falseDiscovery }) => falseDiscovery)).toEqual([
      ...compare(row(long(1200, 1500)), row(long(1200, 1260))).map(({ falseDiscovery }) => falseDiscovery),
      null,
    ]);
  });

  it('compare what there was per day where the periods have different numbers of months', () => {
    const periods = { current: makePeriod('2023-04', '2023-06'), previous: makePeriod('2022-04', '2023-03') };
    const [found] = compareRows([row(long(1200, 1200))], periods, 20);
    expect(found).toMatchObject({ current: 300, previous: 1200, days: [91, 365], percentChange: 0.3, direction: 'up' });
    expect(found?.pValue).toBeGreaterThan(0.9);
    expect(found?.words).toMatch(/^Could be chance on the counts alone: .* more a day\.$/);
    const [few] = compareRows([row(null, { counts: { current: 4, previous: 4 } })], periods, 20);
    expect(few?.words).toContain('4 in 91 days against 4 in 365');
  });

  it('have no test of what years bring where lengths or seasons differ: they would stand for it', () => {
    const against = (current: [Month, Month], previous: [Month, Month]) =>
      compareRows(
        [row(long(1200, 1260), { peers: { named: '2 boroughs', figures: [long(1200, 1260), long(900, 960)] } })],
        { current: makePeriod(...current), previous: makePeriod(...previous) },
        20,
      )[0];
    const unlike = [
      against(['2023-06', '2023-08'], ['2022-04', '2023-03']),
      against(['2023-10', '2024-03'], ['2023-04', '2023-09']),
    ];
    for (const found of unlike) {
      expect(found).toMatchObject({ dispersedPValue: null, dispersedInterval: null, dispersion: null });
      expect(found).toMatchObject({ dispersionFrom: null, falseDiscovery: null });
      expect(found?.words).toContain('on the counts alone');
    }
    expect(against(['2023-06', '2023-08'], ['2022-06', '2022-08'])?.dispersion).toBeGreaterThanOrEqual(1);
  });

  it('set the boroughs of the force beside them, where each has every month', () => {
    const boroughs = [long(1200, 1260), long(2400, 1200)];
    expect(compare(row(long(1200, 1260), { boroughs }))[0]?.forceWide).toEqual({
      ...{ current: 2460, previous: 3600, percentChange: -31.7, files: ['borough.csv'] },
    });
    const lacking = { boroughs: [...boroughs, short('A', 1, 1)] };
    expect(compare(row(long(1200, 1260), lacking))[0]?.forceWide).toBeNull();
  });
});
