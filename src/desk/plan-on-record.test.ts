import { expect, it } from 'vitest';
import { standingOf } from './plan-on-record.ts';

const plan = { id: '3', inForceFrom: '2026-03-01', withdrawn: null };

it('stands as its dates, its withdrawal and the plan in force have it', () => {
  expect(standingOf(plan, '2026-03-01', '3')).toBe('in force');
  expect(standingOf(plan, '2026-02-28', '2')).toBe('not yet in force');
  expect(standingOf(plan, '2026-03-01', '4')).toBe('no longer in force');
  expect(standingOf({ ...plan, withdrawn: { reason: 'x' } }, '2026-03-01', '3')).toBe('withdrawn');
});
