import { expect, it } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import { fitOf, isBetter, isWhole } from './fit-of.ts';
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
const once = { every: 'once' as const };
const spring = { months: ['2024-03', '2024-04'] as Month[], by: '2024-04' as Month };

it('asks for nothing but areas when nothing else is needed', () => {
  const fit = fitOf(monthly, [series('A', '2020-01', [1])], null);
  expect(isWhole(fit, 1)).toBe(true);
  expect(isWhole(fit, 2)).toBe(false);
  expect(isWhole(undefined, 1)).toBe(false);
});

it('counts the wanted months that every area has and nobody doubts', () => {
  const whole = [series('A', '2024-03', [1, 2]), series('B', '2024-01', [1, 1, 0, 2])];
  expect(isWhole(fitOf(monthly, whole, spring), 2)).toBe(true);
  expect(fitOf(monthly, [...whole, series('C', '2024-04', [5])], spring)).toMatchObject({ areas: 3, months: 1 });
  expect(fitOf(monthly, [series('A', '2024-03', [1, 2], ['2024-03'])], spring)).toMatchObject({ months: 1 });
});

it('counts no area where no series has a value, so that any other vintage comes first', () => {
  const without = fitOf(monthly, [series('A', '2024-03', [null, null])], null);
  expect(without.areas).toBe(0);
  expect(isWhole(without, 1)).toBe(false);
  expect(isBetter(fitOf(monthly, [series('A', '2023-01', [4])], null), without)).toBe(true);
  expect(fitOf(monthly, [series('A', '2024-03', [null]), series('B', '2024-03', [1])], null).areas).toBe(2);
});

it('wants a figure known on the day of what is counted once', () => {
  expect(isWhole(fitOf(once, [series('A', '2021-03', [1])], spring), 1)).toBe(true);
  expect(isWhole(fitOf(once, [series('A', '2024-05', [1])], spring), 1)).toBe(false);
  expect(isWhole(fitOf(once, [series('A', '2024-04', [null, 1])], spring), 1)).toBe(false);
});

it('prefers areas to months, and neither of two equals', () => {
  const [few, many] = [
    { areas: 1, months: 2, monthsWanted: 2, converted: false },
    { areas: 2, months: 0, monthsWanted: 2, converted: false },
  ];
  expect([isBetter(many, few), isBetter(few, many)]).toEqual([true, false]);
  expect(isBetter({ ...few, months: 1 }, few)).toBe(false);
  expect(isBetter(few, { ...few })).toBe(false);
  expect(isBetter(few, { ...few, months: 1 })).toBe(true);
});

it('prefers figures of the areas themselves to converted ones, but not to more areas or months', () => {
  const own = { areas: 2, months: 1, monthsWanted: 2, converted: false };
  const converted = { ...own, converted: true };
  expect([isBetter(own, converted), isBetter(converted, own), isBetter(converted, converted)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(isBetter({ ...converted, months: 2 }, own)).toBe(true);
  expect(isBetter({ ...converted, areas: 3 }, own)).toBe(true);
  expect(fitOf(monthly, [{ ...series('A', '2020-01', [1]), convertedFrom: 'lsoas-2021' }], null).converted).toBe(true);
});
