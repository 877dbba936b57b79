import { expect, it } from 'vitest';
import { saySpan } from './say-span.ts';

it('names the day once when the clock shows one day, and both when it shows two', () => {
  const day = { from: new Date('2026-07-01T13:00:00Z'), to: new Date('2026-07-01T22:30:00Z') };
  expect(saySpan(day)).toBe('from 14:00 to 23:30 on 1 July 2026');
  const night = { from: new Date('2026-03-28T22:00:00Z'), to: new Date('2026-03-29T06:00:00Z') };
  expect(saySpan(night)).toBe('from 22:00 on 28 March 2026 to 07:00 on 29 March 2026');
});
