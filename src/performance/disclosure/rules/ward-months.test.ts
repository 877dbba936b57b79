import { expect, test } from 'vitest';
import { hiddenBy } from '../../../../test/builders/decided-by-rule.ts';
import { WARD_MONTHS } from './ward-months.ts';

test('broken by 1 to 4 in a ward and a month, and not by 0, by 5 or by a year', () => {
  expect(hiddenBy(WARD_MONTHS, [1, 4, 0, 5, 9], { level: 'ward' })).toEqual({
    months: ['2025-04', '2025-05'],
    year: false,
  });
  expect(hiddenBy(WARD_MONTHS, [...Array(11).fill(0), 5], { level: 'ward' })).toEqual({ months: [], year: false });
});

test('kept by another level, by what is about many or public already, and before its first day', () => {
  const kept = { months: [], year: false };
  expect(hiddenBy(WARD_MONTHS, [1], { level: 'borough' })).toEqual(kept);
  expect(hiddenBy(WARD_MONTHS, [1], { level: 'ward', fewPeople: false })).toEqual(kept);
  expect(hiddenBy(WARD_MONTHS, [1], { level: 'ward', alreadyPublic: 'by the police' })).toEqual(kept);
  expect(hiddenBy(WARD_MONTHS, [1], { level: 'ward', on: '2025-12-31' })).toEqual(kept);
});
