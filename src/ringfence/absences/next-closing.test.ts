import { expect, it } from 'vitest';
import { nextClosing } from './next-closing.ts';

it('is the next day of closing after today', () => {
  expect(nextClosing('2026-10-04', 5)).toBe('2026-10-05');
  expect(nextClosing('2026-10-05', 5)).toBe('2026-11-05');
  expect(nextClosing('2026-12-31', 5)).toBe('2027-01-05');
});

it('is the last day of a month that has no such day', () => {
  expect(nextClosing('2026-02-10', 31)).toBe('2026-02-28');
});
