import { expect, test } from 'vitest';
import { leaveOfBook } from './leave-of-book.ts';

const part = (place: number, fraction: number) => ({ place, postClass: 'floor' as const, fraction });
const of = (rest: Partial<Parameters<typeof leaveOfBook>[0]> = {}) =>
  leaveOfBook({
    absences: [{ from: '2026-03-03', until: null }],
    ...{ from: '2026-03-02', to: '2026-03-09', recorded: new Set<string>() },
    ...{ postsOn: () => [part(1, 1)], weeklyMinutes: () => 2400 },
    ...rest,
  });
const sum = (days: ReturnType<typeof of>) => days.reduce((minutes, each) => minutes + each.minutes, 0);

test('a week of long absence is a contracted week, from its first day and not before', () => {
  expect(of().map(({ day }) => day)).not.toContain('2026-03-02');
  expect(sum(of())).toBe(2400);
});

test('days of which duty or leave is recorded are left to that, and those without a post to the vacancy', () => {
  expect(of({ recorded: new Set(['2026-03-04']) }).map(({ day }) => day)).not.toContain('2026-03-04');
  expect(of({ postsOn: (day) => (day < '2026-03-05' ? [part(1, 1)] : []) }).map(({ day }) => day)).toEqual([
    '2026-03-03',
    '2026-03-04',
  ]);
});

test('part-time counts contracted time, each ward has its part, and two absences at once count once', () => {
  const shared = of({
    postsOn: () => [part(1, 0.3), part(2, 0.2)],
    absences: [
      { from: '2026-03-03', until: '2026-03-07' },
      { from: '2026-03-05', until: '2026-03-20' },
    ],
  });
  expect(sum(shared)).toBe(1200);
  expect(sum(shared.filter(({ place }) => place === 1)) / 1200).toBeCloseTo(0.6, 2);
});
