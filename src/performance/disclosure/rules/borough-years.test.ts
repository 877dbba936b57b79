import { expect, test } from 'vitest';
import { hiddenBy } from '../../../../test/builders/decided-by-rule.ts';
import { BOROUGH_YEARS } from './borough-years.ts';

const yearOf = (count: number): number[] => [count, ...Array(11).fill(0)];

test('broken by 1 or 2 in a borough and a financial year, and not by 0, by 3 or by a month', () => {
  for (const count of [1, 2])
    expect(hiddenBy(BOROUGH_YEARS, yearOf(count), { level: 'borough' })).toEqual({ months: [], year: true });
  for (const count of [0, 3]) expect(hiddenBy(BOROUGH_YEARS, yearOf(count), { level: 'borough' }).year).toBe(false);
});

test('kept by another level, by what is about many or public already, and before its first day', () => {
  expect(hiddenBy(BOROUGH_YEARS, yearOf(1), { level: 'ward' }).year).toBe(false);
  expect(hiddenBy(BOROUGH_YEARS, yearOf(1), { level: 'borough', fewPeople: false }).year).toBe(false);
  expect(hiddenBy(BOROUGH_YEARS, yearOf(1), { level: 'borough', alreadyPublic: 'by the police' }).year).toBe(false);
  expect(hiddenBy(BOROUGH_YEARS, yearOf(1), { level: 'borough', on: '2025-12-31' }).year).toBe(false);
});
