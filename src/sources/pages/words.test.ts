import { expect, it } from 'vitest';
import { leftOutSummary } from './left-out.tsx';
import { monthsText } from './months-text.ts';
import { whenInLondon } from './when-in-london.ts';

it('says which months a file holds', () => {
  expect(monthsText('2024-02', '2026-01')).toBe('February 2024 to January 2026');
  expect(monthsText('2024-02', '2024-02')).toBe('February 2024');
  expect(monthsText(null, null)).toBe('no months');
});

it('says when in London, summer time or not', () => {
  expect(whenInLondon('2026-03-10T12:04:59.000Z')).toBe('10 March 2026, 12:04');
  expect(whenInLondon('2026-06-30T23:30:00.000Z')).toBe('1 July 2026, 00:30');
});

it('sums up what of a file was not used, saying nothing of what does not occur', () => {
  const none = { refused: [], notices: [], supersededMonths: [] };
  expect(leftOutSummary(none)).toBe('');
  const refused = [
    { reason: 'no month', count: 1000 },
    { reason: 'no place', count: 55 },
  ];
  expect(leftOutSummary({ ...none, refused })).toBe('1,055 rows left out');
  const superseded = { month: '2024-02' as const, total: 40, by: 'b.csv', byTotal: 73_652 };
  expect(leftOutSummary({ refused, notices: [{ reason: 'x', count: 9 }], supersededMonths: [superseded] })).toBe(
    '1,055 rows left out, 1 note, 1 month from a more complete file',
  );
});
