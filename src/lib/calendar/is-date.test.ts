import { expect, test } from 'vitest';
import { isDate } from './is-date.ts';

test.each(['2026-03-01', '2024-02-29', '1999-12-31', '1900-01-01', '2200-12-31'])('%s is a date', (text) => {
  expect(isDate(text)).toBe(true);
});

test.each(['2026-02-30', '2023-02-29', '2026-13-01', '2026-00-10', '2026-3-1', '1 March 2026', '', '2026-03-01T00:00'])(
  '"%s" is not',
  (text) => {
    expect(isDate(text)).toBe(false);
  },
);

test.each(['0000-01-01', '0001-01-01', '1899-12-31', '2201-01-01', '9999-12-31'])(
  '%s lies outside the years we count',
  (text) => {
    expect(isDate(text)).toBe(false);
  },
);
