import { expect, test } from 'vitest';
import { lateAugustHoliday } from './late-august-holiday.ts';
import { shippedEvents } from './shipped-events.ts';

test('the late August bank holiday is the last Monday of August', () => {
  // As gov.uk lists them: https://www.gov.uk/bank-holidays and its pages of earlier years.
  const listed = ['2017-08-28', '2018-08-27', '2019-08-26', '2020-08-31', '2021-08-30', '2022-08-29', '2023-08-28'];
  expect(listed.map((day) => lateAugustHoliday(Number(day.slice(0, 4))))).toEqual(listed);
  expect([2024, 2025, 2026, 2027].map(lateAugustHoliday)).toEqual([
    '2024-08-26',
    '2025-08-25',
    '2026-08-31',
    '2027-08-30',
  ]);
});

test('a year has Carnival on the Sunday and the Monday, and New Year’s Eve', () => {
  expect(shippedEvents(2026).map(({ key, firstDay, lastDay }) => [key, firstDay, lastDay])).toEqual([
    ['carnival-2026', '2026-08-30', '2026-08-31'],
    ['new-years-eve-2026', '2026-12-31', '2026-12-31'],
  ]);
});

test('Carnival was called off in 2020 and 2021 alone, and it is said by whom', () => {
  const years = Array.from({ length: 14 }, (_, index) => 2017 + index);
  const off = years.flatMap(shippedEvents).filter(({ calledOff }) => calledOff !== null);
  expect(off.map(({ key }) => key)).toEqual(['carnival-2020', 'carnival-2021']);
  for (const { calledOff } of off) expect(calledOff).toMatch(/board, \d+ \w+ 202\d\.$/);
});
