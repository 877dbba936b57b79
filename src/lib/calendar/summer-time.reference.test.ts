import { expect, it, test } from 'vitest';
import { londonSpan, nextDay } from './london-span.ts';
import { londonInstants } from './london-time.ts';

/**
 * Days on which summer time began and ended, as the European Commission announced them for five years at a time (the
 * last announcement: 2022 to 2026). The Summer Time Order 2002, SI 2002/262, gives the United Kingdom the same days.
 */
const ANNOUNCED: [begins: string, ends: string][] = [
  ['2007-03-25', '2007-10-28'],
  ['2008-03-30', '2008-10-26'],
  ['2009-03-29', '2009-10-25'],
  ['2010-03-28', '2010-10-31'],
  ['2011-03-27', '2011-10-30'],
  ['2012-03-25', '2012-10-28'],
  ['2013-03-31', '2013-10-27'],
  ['2014-03-30', '2014-10-26'],
  ['2015-03-29', '2015-10-25'],
  ['2016-03-27', '2016-10-30'],
  ['2017-03-26', '2017-10-29'],
  ['2018-03-25', '2018-10-28'],
  ['2019-03-31', '2019-10-27'],
  ['2020-03-29', '2020-10-25'],
  ['2021-03-28', '2021-10-31'],
  ['2022-03-27', '2022-10-30'],
  ['2023-03-26', '2023-10-29'],
  ['2024-03-31', '2024-10-27'],
  ['2025-03-30', '2025-10-26'],
  ['2026-03-29', '2026-10-25'],
];

test.each(ANNOUNCED)('01:30 never comes on %s and comes twice on %s', (begins, ends) => {
  expect(londonInstants(begins, '01:30').kind).toBe('never');
  expect(londonInstants(ends, '01:30').kind).toBe('twice');
});

it('has nights of eight hours before the first, of ten before the second, and of nine on every other day', () => {
  const short = new Set(ANNOUNCED.map(([begins]) => begins));
  const long = new Set(ANNOUNCED.map(([, ends]) => ends));
  const unexpected: string[] = [];
  const found = { 8: 0, 9: 0, 10: 0 };
  for (let date = '2007-01-01'; date < '2026-12-31'; date = nextDay(date)) {
    const hours = short.has(nextDay(date)) ? 8 : long.has(nextDay(date)) ? 10 : 9;
    found[hours] += 1;
    if (londonSpan(date, '22:00', '07:00')?.minutes !== hours * 60) unexpected.push(date);
  }
  expect(unexpected).toEqual([]);
  expect(found).toEqual({ 8: 20, 9: 7264, 10: 20 });
});

it('keeps to the last Sundays of March and October in the years to come', () => {
  for (let year = 2027; year <= 2046; year += 1) {
    expect(londonInstants(lastSunday(year, 3), '01:30').kind).toBe('never');
    expect(londonInstants(lastSunday(year, 10), '01:30').kind).toBe('twice');
  }
});

function lastSunday(year: number, month: 3 | 10): string {
  const day = new Date(Date.UTC(year, month, 0));
  day.setUTCDate(day.getUTCDate() - day.getUTCDay());
  return day.toISOString().slice(0, 10);
}
