import { expect, it } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import { completeMonths, valueIn } from './complete-months.ts';
import type { Series } from './model.ts';

function series(firstMonth: Series['firstMonth'], values: (number | null)[], doubtful: Month[] = []): Series {
  return {
    measure: 'recorded-crime',
    areaCode: 'E05000001',
    boundaryVersion: 'wards-2022',
    vintage: 'v',
    synthetic: false,
    files: [],
    firstMonth,
    values,
    doubtful,
    backCast: false,
    origins: [],
    convertedFrom: null,
  };
}

it('keeps the months that every area has', () => {
  expect(completeMonths([series('2024-01', [1, 2, null, 4]), series('2023-12', [0, 1, 2, 3])])).toEqual([
    '2024-01',
    '2024-02',
  ]);
});

it('counts none of a crime as a value', () => {
  expect(completeMonths([series('2024-01', [0])])).toEqual(['2024-01']);
  expect(valueIn(series('2024-01', [0]), '2024-01')).toBe(0);
});

it('leaves out a month that is doubtful in any area', () => {
  const sure = series('2024-01', [5, 6, 7]);
  const doubted = series('2024-01', [5, 0, 7], ['2024-02']);
  expect(completeMonths([sure, doubted])).toEqual(['2024-01', '2024-03']);
  expect(completeMonths([doubted, sure])).toEqual(['2024-01', '2024-03']);
});

it('has no months without series, and no value outside them', () => {
  expect(completeMonths([])).toEqual([]);
  expect(valueIn(series('2024-01', [5]), '2023-12')).toBeNull();
  expect(valueIn(series('2024-01', [5]), '2024-02')).toBeNull();
});
