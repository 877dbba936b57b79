import { expect, test } from 'vitest';
import { todayInLondon } from './today-in-london.ts';

test('the day changes at midnight in London, an hour before it does in UTC in summer', () => {
  expect(todayInLondon(new Date('2026-03-01T23:30:00Z'))).toBe('2026-03-01');
  expect(todayInLondon(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02');
});
