import { expect, test } from 'vitest';
import type { ForecastScore } from '../../lib/statistics/forecast/index.ts';
import type { PerformanceArea } from '../model.ts';
import type { AreaExpectation } from './model.ts';
import { sayExpectation, sayScore } from './say-expectation.ts';

const area: PerformanceArea = {
  ...{ word: 'E05013699', name: 'Highbury', kind: 'ward', boundaryVersion: 'wards-2022', areaCodes: ['E05013699'] },
  ...{ boroughCode: 'E09000019', boroughName: 'Islington' },
};
const score: ForecastScore = {
  years: Array.from({ length: 5 }, (_, at) => ({
    ...{ from: 12 * at, actual: 60, expected: 58, naive: 70, monthlyError: 20, naiveMonthlyError: 30 },
  })),
  ...{ monthlyError: 1.63, naiveMonthlyError: 2.5, yearlyError: 8.04, naiveYearlyError: 1234.4 },
};
const year = {
  ...{ months: new Array(12).fill(5), total: 60.2, interval: [44, 78] as [number, number] },
  ...{ dispersion: 2, trend: 0, seasonal: false },
};

const said = (forecast: AreaExpectation['forecast'], lastYear: number | null = 63) =>
  Object.values(sayExpectation({ area, lastYear, forecast })).join(' ');

test('a forecast is a range, the likeliest count and the year before', () => {
  expect(said({ kind: 'shown', year, score })).toBe(
    'Between 44 and 78, in 95 of 100 such years. Most likely about 60, after 63 in the twelve months before.',
  );
  expect(said({ kind: 'shown', year, score }, null)).toBe(
    'Between 44 and 78, in 95 of 100 such years. Most likely about 60.',
  );
});

test('what is not better says of what it was worse', () => {
  const worse = (changes: Partial<ForecastScore>) => said({ kind: 'not better', score: { ...score, ...changes } });
  expect(worse({ yearlyError: 2000 })).toBe(
    'Nothing better than the year before. There were 63 in the twelve months before. On 5 years held back, forecasts of years were further off than the year before.',
  );
  expect(worse({ monthlyError: 3 })).toContain('forecasts of months were further off');
  expect(worse({ monthlyError: 3, yearlyError: 2000 })).toContain('forecasts of months and of years were');
});

test('too little and nothing say what is lacking', () => {
  expect(said({ kind: 'too short', because: 'months' })).toContain('three years of months or more');
  expect(said({ kind: 'too short', because: 'years to hold back' })).toContain('tried on three years held back');
  expect(said({ kind: 'no figures' })).toBe('No figures are held. ');
});

test('errors are counts, to a tenth below ten', () => {
  expect(sayScore(score)).toBe(
    'Tried on 5 years held back, a month’s forecast was off by 1.6 on average and a year’s by 8.0; the same months of the year before were off by 2.5 and 1,234.',
  );
});
