import { describe, expect, it } from 'vitest';
import { referenceAreas } from '../../geography/index.ts';
import { addMonths } from '../../lib/calendar/month.ts';
import { asPerformanceArea } from '../areas/name-areas.ts';
import type { MonthlyFigures } from '../model.ts';
import { makePeriod } from '../periods/make-period.ts';
import { sayChanges, sayJudged } from './say-wards.ts';
import { changesOf } from './ward-changes.ts';

const wards = referenceAreas('wards-2022').map(asPerformanceArea);
const measures = [{ measure: 'burglary', printed: 'Burglary', polarity: 'more is worse' as const }];
const periods = { current: makePeriod('2023-04', '2024-03'), previous: makePeriod('2022-04', '2023-03') };

/** Fourteen years of months that go up and down a little, from April 2010; `fall` divides the last twelve. */
function figuresOf(at: number, fall: number): MonthlyFigures {
  const area = wards[at];
  if (area === undefined) throw new Error('There is no such ward.');
  const monthly = Array.from(
    { length: 168 },
    (_, month) => 40 + ((month * 7 + at * 3 + Math.floor(month / 12) * 5) % 13),
  );
  return {
    ...{ measure: 'burglary', area, vintage: 'v', synthetic: false, files: ['a.csv'], firstMonth: '2010-04' },
    values: monthly.map((value, month) =>
      addMonths('2010-04', month) >= '2023-04' ? Math.round(value / fall) : value,
    ),
    ...{ origins: ['published'], doubtful: [], backCast: false },
  };
}

describe('changesOf', () => {
  it('calls a change clear only where it is among all of them', () => {
    const figures = wards.map((_, at) => figuresOf(at, at === 4 ? 3 : 1));
    const changes = changesOf({ wards, measures, figures }, periods, 20);
    const clear = changes.filter(({ calledClear }) => calledClear);
    expect(clear.map(({ area }) => area.word)).toEqual([wards[4]?.word]);
    const said = sayChanges({
      test: 'years',
      periods,
      setTitle: null,
      measures: [{ name: 'burglary', printed: 'Burglary' }],
      changes,
    });
    expect(said.figure).toBe('Of the 37 wards, 1 is called clear; at most 5% of such calls are expected to be false.');
    expect(said.rest).toBe('37 could be judged, all together.');
  });

  it('judges every ward and measure together, so that what is clear alone may not be among many', () => {
    const [area] = wards;
    if (area === undefined) throw new Error('There are no wards.');
    const alone = changesOf({ wards: [area], measures, figures: [figuresOf(0, 1.12)] }, periods, 20)[0];
    const among = changesOf(
      { wards, measures, figures: wards.map((_, at) => figuresOf(at, at === 0 ? 1.12 : 1)) },
      periods,
      20,
    )[0];
    expect(alone?.row.dispersedPValue).toBe(among?.row.dispersedPValue);
    expect(among?.falseDiscovery ?? 0).toBeGreaterThanOrEqual(alone?.falseDiscovery ?? 1);
  });

  it('judges by the counts alone where that is asked, and never mixes the two tests', () => {
    const short = wards.map((_, at) => ({ ...figuresOf(at, 1.25), firstMonth: '2010-04' as const }));
    const two = short.map((each) => ({ ...each, firstMonth: '2022-04' as const, values: each.values.slice(144) }));
    const [years, counts] = (['years', 'counts'] as const).map((test) => {
      const changes = changesOf({ wards, measures, figures: two, test }, periods, 20);
      return sayChanges({
        periods,
        setTitle: null,
        test,
        measures: [{ name: 'burglary', printed: 'Burglary' }],
        changes,
      });
    });
    expect(years?.figure).toBe('Of the 37 wards, none could be judged.');
    expect(years?.rest).toMatch(
      /^37 have too few earlier years to be judged by, and \d+ of them look clear on the counts alone, which know nothing of how years differ\.$/,
    );
    expect(counts?.figure).toMatch(/^Of the 37 wards, \d+ are called clear on the counts alone; at most 5%/);
    expect(counts?.rest).toBe('37 could be judged, all together.');
  });

  it('does not compare a measure that is not to be, and says why', () => {
    const because = new Map([['burglary', 'Held apart.']]);
    const figures = wards.map((_, at) => figuresOf(at, 1));
    const [change] = changesOf({ wards, measures, figures, because }, periods, 20);
    expect(change?.row).toMatchObject({ missing: 'Held apart.', pValue: null });
  });

  it('counts wards without figures, and judges no small counts', () => {
    const few = { ...figuresOf(1, 1), values: figuresOf(1, 1).values.map(() => 1) };
    const changes = changesOf({ wards: wards.slice(0, 3), measures, figures: [figuresOf(0, 1), few] }, periods, 20);
    expect(changes.map(({ row }) => row.verdict)).toEqual(['could be chance', 'too few', 'no figures']);
    const said = sayChanges({
      test: 'years',
      periods,
      setTitle: null,
      measures: [{ name: 'burglary', printed: 'Burglary' }],
      changes,
    });
    expect(said.figure).toBe('Of the 3 wards, none is called clear.');
    expect(said.rest).toBe('1 could be judged, all together; 1 has counts too small to judge; 1 has no figures.');
  });
});

it('says of a change that is clear alone only that it may be chance among so many', () => {
  const [change] = changesOf({ wards: wards.slice(0, 1), measures, figures: [figuresOf(0, 3)] }, periods, 20);
  if (change === undefined) throw new Error('There is no change.');
  expect(sayJudged({ ...change, calledClear: true }, 'years')).toMatch(/^Fewer, clear of chance taken alone: between /);
  expect(sayJudged({ ...change, calledClear: false }, 'years')).toMatch(
    /^Could be chance, among so many; looked at by itself, between \d/,
  );
  expect(sayJudged({ ...change, calledClear: false }, 'counts')).toMatch(
    /^Could be chance on the counts alone, among so many; looked at by itself, between \d/,
  );
});
