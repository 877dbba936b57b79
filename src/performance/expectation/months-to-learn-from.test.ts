import { expect, test } from 'vitest';
import type { MonthlyFigures } from '../model.ts';
import { lastUsableMonth, monthsToLearnFrom } from './months-to-learn-from.ts';

const figures = (rest: Partial<MonthlyFigures>): MonthlyFigures => ({
  ...{ measure: 'robbery', vintage: 'v', synthetic: false, files: [], origins: [], doubtful: [], backCast: false },
  area: {
    ...{ word: 'E09000019', name: 'Islington', kind: 'borough', boundaryVersion: 'boroughs-2022' },
    ...{ areaCodes: ['E09000019'], boroughCode: null, boroughName: null },
  },
  ...{ firstMonth: '2020-02', values: [1, 2, 3, 4] },
  ...rest,
});

test('restrictions in the pandemic and doubtful months teach nothing, and months beyond the figures have no value', () => {
  const { counts } = monthsToLearnFrom(figures({ doubtful: ['2020-02'] }), '2020-07');
  expect(counts).toEqual([null, 2, null, null, null, null]);
});

test('the days reach a year beyond the last month, with the leap day', () => {
  const { days, firstMonthOfYear } = monthsToLearnFrom(figures({}), '2020-03');
  expect(firstMonthOfYear).toBe(1);
  expect(days).toEqual([29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31]);
});

test('the last usable month has a value that is not doubtful', () => {
  expect(lastUsableMonth(figures({ values: [1, 2, null, null] }))).toBe('2020-03');
  expect(lastUsableMonth(figures({ doubtful: ['2020-05'] }))).toBe('2020-04');
  expect(lastUsableMonth(figures({ values: [null, null] }))).toBeNull();
});
