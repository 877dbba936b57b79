import { expect, it, test } from 'vitest';
import { daysKept, RETENTION_DAYS } from './retention-days.ts';

test.each([
  ['sessions', 90],
  ['links', 30],
  ['counters', 30],
] as const)('%s are kept %d days after their use is over', (what, days) => {
  expect(daysKept(RETENTION_DAYS, what, '2026-03-10')).toBe(days);
});

it('goes by the setting that holds on the day, and by none before the first', () => {
  const [sessions] = RETENTION_DAYS;
  if (sessions === undefined) throw new Error('There are settings.');
  const settings = [...RETENTION_DAYS, { ...sessions, from: '2026-06-01', days: 180 }];
  expect(daysKept(settings, 'sessions', '2026-05-31')).toBe(90);
  expect(daysKept(settings, 'sessions', '2026-06-01')).toBe(180);
  expect(daysKept(settings.toReversed(), 'sessions', '2026-06-01')).toBe(180);
  expect(daysKept(settings, 'sessions', '2025-12-31')).toBeNull();
});
