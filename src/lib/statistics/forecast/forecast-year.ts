import { InvalidArgument } from '../../invalid-argument.ts';
import { studentQuantile } from '../distributions/index.ts';
import { fitSeasonAndTrend, type MonthModel } from './fit-season-and-trend.ts';
import type { ExpectedYear, Forecast, ForecastScore, HeldBackYear, MonthlyCounts } from './model.ts';

/**
 * What is expected of the twelve months after the last: the shape of the year from a negative binomial regression on
 * season and trend, at the level of recent months. It is
 * scored on years held back, each forecast from the months before it alone, against the same months of the year before;
 * and given only where it came nearer, both month by month and year by year. The range is that of the years held back:
 * it holds all that those forecasts missed, a change of level included.
 * @returns 'too short' with fewer than three years to learn from before each of three years held back
 * @throws InvalidArgument when the days do not reach a year beyond the counts
 * @source the comparison with a seasonal naïve forecast: Hyndman, R. J. and Athanasopoulos, G. (2021), Forecasting:
 *   Principles and Practice, 3rd ed., sections 5.2 and 5.10
 */
export function forecastYear(months: MonthlyCounts): Forecast {
  const { counts, days } = months;
  if (days.length !== counts.length + YEAR) {
    throw new InvalidArgument('Give the days of every month, and of the twelve months after the last.');
  }
  const model = fitSeasonAndTrend(months, counts.length);
  if (model === null) return { kind: 'too short', because: 'months' };
  const years = heldBackYears(months);
  if (years.length < LEAST_YEARS) return { kind: 'too short', because: 'years to hold back' };
  const score = scoreOf(years);
  const isBetter = score.monthlyError < score.naiveMonthlyError && score.yearlyError < score.naiveYearlyError;
  if (!isBetter) return { kind: 'not better', score };
  return { kind: 'shown', score, year: expectedYear(model, counts.length, years) };
}

/** The same of several series, as a worker is asked. */
export function forecastYears(series: readonly MonthlyCounts[]): Forecast[] {
  return series.map(forecastYear);
}

const YEAR = 12;
const LEAST_YEARS = 3;
const MOST_YEARS = 6;
/** Below it the variance of a Poisson count is not divided by. */
const HALF_A_COUNT = 0.5;

/** The latest years whose every month is known, as is the same month of the year before: the latest first. */
function heldBackYears(months: MonthlyCounts): HeldBackYear[] {
  const { counts } = months;
  const years: HeldBackYear[] = [];
  for (let from = counts.length - YEAR; from >= YEAR && years.length < MOST_YEARS; from -= YEAR) {
    const actual = knownIn(counts, from);
    const naive = knownIn(counts, from - YEAR);
    if (actual === null || naive === null) continue;
    const model = fitSeasonAndTrend(months, from);
    if (model === null) break;
    const expected = actual.map((_, at) => model.expect(from + at));
    years.push({
      from,
      ...{ actual: sum(actual), expected: sum(expected), naive: sum(naive) },
      monthlyError: sum(actual.map((count, at) => Math.abs(count - (expected[at] as number)))),
      naiveMonthlyError: sum(actual.map((count, at) => Math.abs(count - (naive[at] as number)))),
    });
  }
  return years;
}

function knownIn(counts: MonthlyCounts['counts'], from: number): number[] | null {
  const year = counts.slice(from, from + YEAR).filter((count) => count !== null);
  return year.length === YEAR ? year : null;
}

function scoreOf(years: HeldBackYear[]): ForecastScore {
  const mean = (of: (year: HeldBackYear) => number): number => sum(years.map(of)) / years.length;
  return {
    years,
    monthlyError: mean(({ monthlyError }) => monthlyError / YEAR),
    naiveMonthlyError: mean(({ naiveMonthlyError }) => naiveMonthlyError / YEAR),
    yearlyError: mean(({ actual, expected }) => Math.abs(actual - expected)),
    naiveYearlyError: mean(({ actual, naive }) => Math.abs(actual - naive)),
  };
}

function expectedYear(model: MonthModel, from: number, years: readonly HeldBackYear[]): ExpectedYear {
  const months = Array.from({ length: YEAR }, (_, at) => model.expect(from + at));
  const total = sum(months);
  const off =
    sum(years.map(({ actual, expected }) => (actual - expected) ** 2 / Math.max(expected, HALF_A_COUNT))) /
    years.length;
  const dispersion = Math.max(1, off);
  const reach = studentQuantile(0.975, years.length);
  const [low, high] = [lowerEnd(total, reach, dispersion), upperEnd(total, reach, dispersion)];
  const interval: [number, number] = [Math.floor(low), Math.ceil(high)];
  return { months, total, interval, dispersion, trend: model.trend, seasonal: model.seasonal };
}

/** The counts that lie as many standard deviations from the total as the range reaches, of a count that varies so much. */
function lowerEnd(total: number, reach: number, dispersion: number): number {
  return Math.max(0, Math.sqrt(total) - (reach * Math.sqrt(dispersion)) / 2) ** 2;
}
function upperEnd(total: number, reach: number, dispersion: number): number {
  return (Math.sqrt(total) + (reach * Math.sqrt(dispersion)) / 2) ** 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}
