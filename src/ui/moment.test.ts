import { expect, test } from 'vitest';
import { moment } from './moment.ts';

test('an instant is said as a clock in London shows it, in winter and in summer', () => {
  expect(moment(new Date('2026-03-10T12:05:59Z'))).toBe('10 March 2026 at 12:05');
  expect(moment(new Date('2026-07-31T23:30:00Z'))).toBe('1 August 2026 at 00:30');
});
