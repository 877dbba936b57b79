import { expect, test } from 'vitest';
import { holdsCourse, trainingOn } from './training-on.ts';

const done = (completedOn: string, expiresOn: string | null) => ({
  officer: '1',
  course: 'TASER',
  completedOn,
  expiresOn,
});

test('held from the day it is done to the day before it expires, expiring in the last 90 days', () => {
  const training = [done('2025-03-01', '2026-03-01')];
  const on = (date: string) => trainingOn(training, date);
  expect(['2025-02-28', '2025-03-01', '2025-11-30', '2025-12-01', '2026-02-28', '2026-03-01'].map(on)).toEqual([
    'never',
    'held',
    'held',
    'expiring',
    'expiring',
    'expired',
  ]);
  expect(holdsCourse(training, '2026-02-28')).toBe(true);
  expect(holdsCourse(training, '2026-03-01')).toBe(false);
});

test('done again it is held, by whichever lasts longer; for good it never expires', () => {
  const again = [done('2026-01-15', '2027-01-15'), done('2025-03-01', '2026-03-01')];
  expect(trainingOn(again, '2026-02-28')).toBe('held');
  // What will be done later does not count before.
  expect(trainingOn(again, '2026-01-14')).toBe('expiring');
  expect(trainingOn([done('2020-01-01', null)], '2099-01-01')).toBe('held');
});
