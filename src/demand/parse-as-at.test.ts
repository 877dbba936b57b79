import { expect, test } from 'vitest';
import { parseAsAt } from './parse-as-at.ts';
import { WrongUsage } from './wrong-usage.ts';

test('a date is written year first', () => {
  expect(parseAsAt('2026-03-01')).toBe('2026-03-01');
});

test('anything else is refused with the form it takes', () => {
  expect(() => parseAsAt('1/3/2026')).toThrow(WrongUsage);
  expect(() => parseAsAt('2026-02-30')).toThrow('"2026-02-30" is not a date: write it as 2026-03-01.');
});
