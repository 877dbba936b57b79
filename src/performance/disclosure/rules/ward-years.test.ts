import { expect, test } from 'vitest';
import { hiddenBy } from '../../../../test/builders/decided-by-rule.ts';
import { WARD_YEARS } from './ward-years.ts';

const yearOf = (count: number): number[] => [count, ...Array(11).fill(0)];

test('broken by 1 or 2 in a ward and a financial year, and not by 0, by 3 or by a month', () => {
  for (const count of [1, 2])
    expect(hiddenBy(WARD_YEARS, yearOf(count), { level: 'ward' })).toEqual({ months: [], year: true });
  for (const count of [0, 3]) expect(hiddenBy(WARD_YEARS, yearOf(count), { level: 'ward' }).year).toBe(false);
});

test('kept by another level, by what is about many or public already, and before its first day', () => {
  expect(hiddenBy(WARD_YEARS, yearOf(1), { level: 'borough' }).year).toBe(false);
  expect(hiddenBy(WARD_YEARS, yearOf(1), { level: 'ward', fewPeople: false }).year).toBe(false);
  expect(hiddenBy(WARD_YEARS, yearOf(1), { level: 'ward', alreadyPublic: 'by the police' }).year).toBe(false);
  expect(hiddenBy(WARD_YEARS, yearOf(1), { level: 'ward', on: '2025-12-31' }).year).toBe(false);
});
