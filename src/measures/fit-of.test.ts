import { expect, it } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import { compareFits, type Fit, fitOf, type Needed } from './fit-of.ts';
import type { Series } from './model.ts';

function series(areaCode: string, firstMonth: Month, values: (number | null)[], doubtful: Month[] = []): Series {
  return {
    measure: 'recorded-crime',
    areaCode,
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
const monthly = { every: 'month' as const };
const yearly = { every: 'year' as const };
const spring = { months: ['2024-03', '2024-04'] as Month[], by: '2024-04' as Month };
const converted = (of: Series): Series => ({ ...of, convertedFrom: 'lsoas-2021' });
const fitFor = (measure: typeof monthly | typeof yearly, of: Series[], needed: Needed | null, areas = 2): Fit =>
  fitOf(measure, of, { areas, imported: 7, needed });

it('asks for nothing but areas with a value when nothing else is needed', () => {
  expect(fitFor(monthly, [series('A', '2020-01', [1, 2, null]), series('B', '2020-01', [null])], null)).toEqual({
    ...{ ownForMost: false, areas: 1, months: 0, last: '2020-02', imported: 7 },
  });
  expect(fitFor(monthly, [series('A', '2024-03', [null, null])], null)).toMatchObject({ areas: 0, last: null });
});

it('counts the wanted months that every area has and nobody doubts', () => {
  const whole = [series('A', '2024-03', [1, 2]), series('B', '2024-01', [1, 1, 0, 2])];
  expect(fitFor(monthly, whole, spring)).toMatchObject({ areas: 2, months: 2, ownForMost: true });
  expect(fitFor(monthly, [...whole, series('C', '2024-04', [5])], spring)).toMatchObject({ areas: 3, months: 1 });
  expect(fitFor(monthly, [series('A', '2024-03', [1, 2], ['2024-03'])], spring)).toMatchObject({ months: 1 });
  expect(fitFor(monthly, [series('A', '2023-01', [1])], spring).areas).toBe(0);
});

it('wants a figure known on the day of what is counted by year, quarter or once', () => {
  for (const every of ['year', 'quarter', 'once'] as const) {
    const known = (of: Series): Fit => fitOf({ every }, [of], { areas: 1, imported: 1, needed: spring });
    expect(known(series('A', '2021-06', [1]))).toMatchObject({ areas: 1, months: 1, last: '2021-06' });
    expect(known(series('A', '2024-05', [1]))).toMatchObject({ areas: 0, months: 0, last: null });
    expect(known(series('A', '2024-03', [3, null, 1]))).toMatchObject({ areas: 1, last: '2024-03' });
  }
});

it('takes the last month of the areas’ own figures where most have some', () => {
  const [old, made] = [series('A', '2018-06', [1]), converted(series('B', '2021-03', [1]))];
  expect(fitFor(monthly, [old, made], null, 1)).toMatchObject({ ownForMost: true, last: '2018-06', areas: 2 });
  expect(fitFor(monthly, [old, made], null, 2)).toMatchObject({ ownForMost: false, last: '2021-03' });
});

const equal: Fit = { ownForMost: true, areas: 36, months: 12, last: '2024-01', imported: 5 };
it.each<[string, Partial<Fit>, Partial<Fit>]>([
  [
    'own figures for most areas before more converted ones',
    {},
    { ownForMost: false, areas: 37, months: 99, last: '2026-01' },
  ],
  ['more areas before more months', { areas: 37, months: 0 }, {}],
  ['more of the months needed before a later month', { months: 13 }, { last: '2026-01' }],
  ['a later month before a later import', { last: '2024-02' }, { imported: 9 }],
  ['any month before none', {}, { last: null, imported: 9 }],
  ['the later import of equals', { imported: 6 }, {}],
])('prefers %s', (_, better, worse) => {
  expect(compareFits({ ...equal, ...better }, { ...equal, ...worse })).toBeLessThan(0);
  expect(compareFits({ ...equal, ...worse }, { ...equal, ...better })).toBeGreaterThan(0);
});

it('prefers neither of two equals', () => {
  expect(compareFits(equal, { ...equal })).toBe(0);
});
