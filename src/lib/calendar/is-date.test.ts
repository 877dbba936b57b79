import { expect, test } from 'vitest';
import { isDate } from './is-date.ts';

test.each(['2026-03-01', '2024-02-29', '1999-12-31'])('%s is a date', (text) => {
  expect(isDate(text)).toBe(true);
});

test.each(['2026-02-30', '2023-02-29', '2026-13-01', '2026-00-10', '2026-3-1', '1 March 2026', '', '2026-03-01T00:00'])(
  '"%s" is not',
  (text) => {
    expect(isDate(text)).toBe(false);
  },
);
