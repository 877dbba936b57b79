import { expect, test } from 'vitest';
import { completenessOf } from './completeness.ts';
import { tallyOf } from './tally-of.ts';

const line = { reason: '' as const, orderedBy: '' as const, late: false, postClass: 'floor' as const };
const month = (confirmed: number, presumed: number, promised: number) =>
  tallyOf(
    [
      { ...line, account: 'confirmed', minutes: confirmed },
      { ...line, account: 'presumed', minutes: presumed },
    ],
    { promisedMinutes: promised, vacancyMinutes: 0 },
  );
const of = (minutes: ReturnType<typeof month>, over = true) =>
  completenessOf(minutes, { month: '2026-10', over, policy: { presumedShare: 0.2 } });

test('up to the share of the policy is let through, and a minute more is not', () => {
  expect(of(month(800, 200, 1250)).complete).toBe(true);
  expect(of(month(799, 201, 1250))).toEqual({
    complete: false,
    completeness: 'Incomplete: nobody has confirmed 20.1 % of the time kept, and no more than 20 % may be presumed.',
  });
  expect(of(month(800, 200, 1251)).completeness).toContain('is in no roster');
});

test('a month that is not over, or of which nothing is known, is incomplete', () => {
  expect(of(month(1000, 0, 1000), false).completeness).toContain('October 2026 is not over');
  expect(of(month(0, 0, 0)).completeness).toContain('nothing was promised');
  expect(of(month(0, 0, 1000)).completeness).toContain('100 %');
});
