import { expect, test } from 'vitest';
import { addMonths, lastDay, lastMonthEndedBy, monthName, monthRange, monthsBetween, parseMonth } from './month.ts';

test('months add and subtract over the turn of the year', () => {
  expect(addMonths('2024-02', 11)).toBe('2025-01');
  expect(addMonths('2024-02', -2)).toBe('2023-12');
  expect(monthsBetween('2023-11', '2024-02')).toBe(3);
  expect(monthsBetween('2024-02', '2023-11')).toBe(-3);
});

test('a range has both ends, and none when it runs backwards', () => {
  expect(monthRange('2023-12', '2024-02')).toEqual(['2023-12', '2024-01', '2024-02']);
  expect(monthRange('2024-02', '2023-12')).toEqual([]);
});

test('a month has ended on its last day, leap years included', () => {
  expect(lastMonthEndedBy('2024-02-28')).toBe('2024-01');
  expect(lastMonthEndedBy('2024-02-29')).toBe('2024-02');
  expect(lastMonthEndedBy('2023-02-28')).toBe('2023-02');
  expect(lastDay('1900-02')).toBe(28);
});

test('months read as people write them', () => {
  expect(monthName('2024-02')).toBe('February 2024');
});

test.each(['2024-13', '2024-00', '202402', '2024-2', ''])('"%s" is not a month', (text) => {
  expect(() => parseMonth(text)).toThrow(RangeError);
});
