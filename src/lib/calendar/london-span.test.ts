import { expect, it, test } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import { londonSpan, nextDay } from './london-span.ts';

test.each([
  ['2026-03-28', '22:00', '07:00', 8],
  ['2026-10-24', '22:00', '07:00', 10],
  ['2026-06-10', '22:00', '07:00', 9],
  ['2026-12-31', '22:00', '07:00', 9],
  ['2026-03-29', '07:00', '15:00', 8],
  ['2026-10-25', '00:00', '03:00', 4],
  ['2026-03-29', '00:00', '03:00', 2],
])('a duty of %s from %s to %s has %d hours', (date, start, end, hours) => {
  expect(londonSpan(date, start, end)?.minutes).toBe(hours * 60);
});

it('starts and ends at instants, the end on the day after where it comes before the start', () => {
  expect(londonSpan('2026-03-28', '22:00', '07:00')).toEqual({
    from: new Date('2026-03-28T22:00:00Z'),
    to: new Date('2026-03-29T06:00:00Z'),
    minutes: 480,
  });
});

it('has one answer for a duty that starts or ends in the hour that comes twice or never', () => {
  expect(londonSpan('2026-10-24', '22:00', '01:30')?.minutes).toBe(210);
  expect(londonSpan('2026-10-25', '01:30', '07:00')?.minutes).toBe(390);
  expect(londonSpan('2026-03-28', '22:00', '01:30')?.minutes).toBe(210);
  expect(londonSpan('2026-03-29', '01:30', '07:00')?.minutes).toBe(270);
});

it('is nothing where the change of the clock leaves no time', () => {
  expect(londonSpan('2026-03-29', '01:30', '02:15')).toBeNull();
  expect(londonSpan('2026-03-29', '01:30', '02:30')).toBeNull();
});

it('refuses a duty that ends when it starts: it may be no time or a whole day', () => {
  expect(() => londonSpan('2026-03-29', '07:00', '07:00')).toThrow(InvalidArgument);
});

it('knows the day after at the ends of months and years', () => {
  expect(['2026-02-28', '2024-02-28', '2026-12-31', '2026-03-28', '2026-10-24'].map(nextDay)).toEqual([
    '2026-03-01',
    '2024-02-29',
    '2027-01-01',
    '2026-03-29',
    '2026-10-25',
  ]);
});
