import { describe, expect, it } from 'vitest';
import { negativeBinomialCounts } from '../../../../test/builders/negative-binomial-counts.ts';
import { InvalidArgument } from '../../invalid-argument.ts';
import { seededRandom } from '../random.ts';
import { forecastYear } from './forecast-year.ts';

const DAYS = (months: number) => Array.from({ length: months }, (_, at) => [31, 28, 31, 30][at % 4] as number);
const YEARLY = (at: number): number => 1 + 0.4 * Math.cos((Math.PI * at) / 6);

/** Months with a strong shape of the year, of a level that rises by a tenth in the middle of each year. */
const levelAt = (at: number): number => 80 * 1.1 ** Math.floor((at + 6) / 12);
function seasonalMonths(seed: number, months = 120): (number | null)[] {
  const means = DAYS(months).map((days, at) => (levelAt(at) * days * YEARLY(at)) / 30);
  return negativeBinomialCounts(seededRandom(seed), means, 40);
}

const question = (counts: readonly (number | null)[]) => ({
  ...{ counts, firstMonthOfYear: 0, days: DAYS(counts.length + 12) },
});

describe('a year that can be foreseen', () => {
  const forecast = forecastYear(question(seasonalMonths(1)));

  it('is expected month by month, with the shape of the year and the days of each month', () => {
    if (forecast.kind !== 'shown') throw new Error(forecast.kind);
    const { year, score } = forecast;
    expect(year.months).toHaveLength(12);
    expect(year.total).toBeCloseTo(year.months.reduce((sum, month) => sum + month, 0));
    for (const [at, month] of year.months.entries()) {
      const truth = (levelAt(119) * (DAYS(12)[at] as number) * YEARLY(at)) / 30;
      expect(Math.abs(month - truth) / truth).toBeLessThan(0.2);
    }
    expect(year.seasonal).toBe(true);
    expect(year.interval[0]).toBeLessThan(year.total);
    expect(year.interval[1]).toBeGreaterThan(year.total);
    expect(score.years).toHaveLength(6);
  });

  it('is shown since it came nearer than the same months of the year before', () => {
    if (!('score' in forecast)) throw new Error(forecast.kind);
    const { score } = forecast;
    expect(score.monthlyError).toBeLessThan(score.naiveMonthlyError);
    expect(score.yearlyError).toBeLessThan(score.naiveYearlyError);
    const [latest] = score.years;
    const counts = seasonalMonths(1);
    const sumFrom = (from: number) =>
      counts.slice(from, from + 12).reduce<number>((sum, count) => sum + (count ?? 0), 0);
    expect(latest).toMatchObject({ from: 108, actual: sumFrom(108), naive: sumFrom(96) });
  });

  it('learns nothing from the months it is scored on', () => {
    const counts = seasonalMonths(1);
    const shifted = counts.map((count, at) => (at >= 108 && count !== null ? count + 500 : count));
    const before = forecastYear(question(counts));
    const after = forecastYear(question(shifted));
    if (!('score' in before && 'score' in after)) throw new Error('not scored');
    expect(after.score.years[0]?.expected).toBe(before.score.years[0]?.expected);
  });
});

describe('a year that is not shown', () => {
  it('is one of a series whose last year says all', () => {
    // Every year doubles at its start and keeps its own level: the level of recent months is the last year's.
    const counts = Array.from({ length: 120 }, (_, at) => 20 * 2 ** Math.floor(at / 12));
    expect(forecastYear(question(counts)).kind).toBe('not better');
  });

  it('is one of a series too short to learn from, or to hold years back', () => {
    expect(forecastYear(question(seasonalMonths(2, 30)))).toEqual({ kind: 'too short', because: 'months' });
    expect(forecastYear(question(seasonalMonths(2, 60)))).toEqual({ kind: 'too short', because: 'years to hold back' });
    expect(forecastYear(question(new Array(120).fill(0)))).toEqual({ kind: 'too short', because: 'months' });
  });

  it('holds back no year with a month left out, nor the year after it', () => {
    const counts = seasonalMonths(3).map((count, at) => (at >= 60 && at < 63 ? null : count));
    const forecast = forecastYear(question(counts));
    if (!('score' in forecast)) throw new Error(forecast.kind);
    expect(forecast.score.years.map(({ from }) => from)).toEqual([108, 96, 84, 48, 36]);
  });
});

it('refuses days that do not reach a year beyond the counts', () => {
  expect(() => forecastYear({ counts: [1, 2], firstMonthOfYear: 0, days: [31, 28] })).toThrow(InvalidArgument);
});
