import { describe, expect, it } from 'vitest';
import type { MonthlyFigures, PerformanceArea } from '../model.ts';
import { makePeriod } from '../periods/make-period.ts';
import { backlog } from './backlog.ts';
import { sayPointsChange } from './say-points.ts';
import type { ServiceFigures } from './service-figures.ts';
import { shareChange } from './share-change.ts';
import { survey } from './survey.ts';

const AREA: PerformanceArea = {
  ...{ word: 'E09000019', name: 'Islington', kind: 'borough', boundaryVersion: 'boroughs-2022' },
  ...{ areaCodes: ['E09000019'], boroughCode: null, boroughName: null },
};
const PERIODS = { current: makePeriod('2024-01', '2024-02'), previous: makePeriod('2023-01', '2023-02') };

/** A series from January 2023 on; months not named have no value. */
function series(measure: string, byMonth: Record<number, number>): MonthlyFigures {
  const values = Array.from({ length: 14 }, (_, at) => byMonth[at] ?? null);
  return {
    ...{ measure, area: AREA, vintage: 'made', synthetic: false, files: ['made.csv'], firstMonth: '2023-01', values },
    ...{ origins: ['published'], doubtful: [], backCast: false },
  };
}
const held = (...figures: MonthlyFigures[]): ServiceFigures => ({ area: AREA, parts: [AREA], figures });

describe('what a change of a share can bear', () => {
  it('is said in points, and on which grounds', () => {
    expect(sayPointsChange([-0.009, 0.021], { countsAlone: false }).words).toBe(
      'Could be chance: 0.9 points lower to 2.1 points higher.',
    );
    expect(sayPointsChange([-0.05, -0.0001], { countsAlone: true })).toEqual({
      verdict: 'clear',
      words: 'Lower, clear of chance on the counts alone: between less than 0.1 and 5.0 points lower.',
    });
    expect(sayPointsChange([0, 0.02], { countsAlone: false }).verdict).toBe('could be chance');
  });

  it('is no percentage of fewer than the least, hits or all', () => {
    const all = { current: [100], previous: [100] };
    expect(shareChange({ current: [19], previous: [50] }, all, 20)).toMatchObject({
      verdict: 'too few',
      words: 'Too few for a percentage. 19 of 100, against 50 of 100.',
    });
    expect(shareChange({ current: [20], previous: [50] }, all, 20).verdict).toBe('clear');
    expect(shareChange({ current: [0], previous: [0] }, { current: [0], previous: [0] }, 20).current.share).toBeNull();
  });

  it('is wider where months differ more than chance makes them', () => {
    const all = { current: Array(6).fill(100), previous: Array(6).fill(100) };
    const even = shareChange({ current: Array(6).fill(60), previous: Array(6).fill(50) }, all, 20);
    const uneven = shareChange({ current: [20, 100, 20, 100, 20, 100], previous: Array(6).fill(50) }, all, 20);
    expect([even.verdict, uneven.verdict]).toEqual(['clear', 'could be chance']);
    expect(even.dispersion).toBe(1);
    expect(uneven.dispersion).toBeGreaterThan(20);
  });
});

describe('a backlog', () => {
  const work = (levels: Record<number, number>) =>
    held(
      series('backlog-online-child-abuse-opened', { 12: 5, 13: 6 }),
      series('backlog-online-child-abuse-closed', { 12: 4, 13: 4 }),
      ...['up-to-90-days', '91-to-180-days', '181-to-365-days', 'over-365-days'].map((age) =>
        series(`backlog-online-child-abuse-open-${age}`, age === 'up-to-90-days' ? levels : { 11: 1, 13: 1 }),
      ),
    );
  const words = (levels: Record<number, number>) => {
    const built = backlog(work(levels), PERIODS);
    return 'because' in built ? built.because : built.section.works[0]?.words;
  };

  it('grows or shrinks by what is open, never by sums of levels', () => {
    expect(words({ 11: 10, 13: 13 })).toBe(
      'Growing: 3 more open than at the end of December 2023 (11 opened, 8 closed).',
    );
  });

  it('says by how many a file does not balance', () => {
    expect(words({ 11: 10, 13: 9 })).toBe(
      'Shrinking: 1 fewer open than at the end of December 2023 (11 opened, 8 closed). The file does not balance: 4 fewer are open than opened and closed explain.',
    );
  });

  it('says so where the level before is not held, and where there is none at the end', () => {
    expect(words({ 13: 9 })).toBe(
      '3 more were opened than closed (11 opened, 8 closed). What was open before is not held.',
    );
    expect(words({ 11: 9 })).toMatch(/held/);
  });
});

describe('a survey', () => {
  const estimate = (parts: Record<string, Record<number, number>>) => {
    const built = survey(
      held(...Object.entries(parts).map(([part, values]) => series(`service-survey-trust-${part}`, values))),
      PERIODS,
    );
    if ('because' in built) throw new Error(built.because);
    return built.section.rows[0];
  };
  const shares = { 0: 0.6, 12: 0.7 };

  it('has a margin from what its answers are worth, else from how many were asked', () => {
    const plain = estimate({ share: shares, asked: { 0: 400, 12: 400 }, months: { 0: 12, 12: 12 } });
    const weighted = estimate({
      share: shares,
      asked: { 0: 400, 12: 400 },
      worth: { 0: 200, 12: 200 },
      months: { 0: 12, 12: 12 },
    });
    const width = (row: typeof plain) => (row?.interval?.[1] ?? 0) - (row?.interval?.[0] ?? 0);
    expect(plain?.words).toContain('Reckoned as a plain random sample');
    expect(weighted?.words).toMatch(/^Higher, clear of chance taken alone: between .* points higher\.$/);
    expect(width(weighted) / width(plain)).toBeCloseTo(Math.SQRT2, 1);
  });

  it('has none where nobody said how many, and is not compared with itself', () => {
    expect(estimate({ share: shares })).toMatchObject({
      interval: null,
      verdict: 'margin unknown',
      words: 'Cannot be told from chance: 10.0 points higher in January 2024 than in January 2023.',
    });
    const overlapping = { share: shares, asked: { 0: 400, 12: 400 }, months: { 0: 24, 12: 24 } };
    expect(estimate(overlapping)?.words).toBe(
      'Not compared: 10.0 points higher than before, but the two were asked in part of the same months.',
    );
    const built = survey(held(series('survey-trust', { 2: 0.44, 11: 0.48 })), {
      current: makePeriod('2023-10', '2023-12'),
      previous: makePeriod('2023-01', '2023-03'),
    });
    expect('because' in built ? [] : built.section.attitude[0]).toMatchObject({
      decimals: 0,
      words:
        'Cannot be told from chance: 4 points higher in the quarter to December 2023 than in the quarter to March 2023.',
    });
    expect(estimate({ share: { 12: 0.7 } })?.words).toBe('Not compared: no estimate of the period before is held.');
  });
});
