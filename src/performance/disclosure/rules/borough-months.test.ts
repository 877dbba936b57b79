import { expect, test } from 'vitest';
import { hiddenBy } from '../../../../test/builders/decided-by-rule.ts';
import { BOROUGH_MONTHS } from './borough-months.ts';

test('broken by 1 to 4 in a borough and a month, and not by 0, by 5 or by a year', () => {
  expect(hiddenBy(BOROUGH_MONTHS, [1, 4, 0, 5, 9], { level: 'borough' })).toEqual({
    months: ['2025-04', '2025-05'],
    year: false,
  });
  expect(hiddenBy(BOROUGH_MONTHS, [...Array(11).fill(0), 5], { level: 'borough' })).toEqual({
    months: [],
    year: false,
  });
});

test('kept by another level, by what is about many or public already, and before its first day', () => {
  const kept = { months: [], year: false };
  expect(hiddenBy(BOROUGH_MONTHS, [1], { level: 'ward' })).toEqual(kept);
  expect(hiddenBy(BOROUGH_MONTHS, [1], { level: 'borough', fewPeople: false })).toEqual(kept);
  expect(hiddenBy(BOROUGH_MONTHS, [1], { level: 'borough', alreadyPublic: 'by the police' })).toEqual(kept);
  expect(hiddenBy(BOROUGH_MONTHS, [1], { level: 'borough', on: '2025-12-31' })).toEqual(kept);
});
