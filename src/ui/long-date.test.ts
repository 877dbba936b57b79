import { expect, it } from 'vitest';
import { longDate } from './long-date.ts';

it('reads a date as in a sentence', () => {
  expect(longDate('2026-03-01')).toBe('1 March 2026');
  expect(longDate('2024-12-31')).toBe('31 December 2024');
});
