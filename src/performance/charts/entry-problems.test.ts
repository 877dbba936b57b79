import { expect, it } from 'vitest';
import { monthRange } from '../../lib/calendar/month.ts';
import { entryProblems, monthProblems } from './entry-problems.ts';

const points = monthRange('2020-01', '2025-12').map((month) => ({ month, ordinary: month >= '2021-07' }));
const problems = (given: Partial<Parameters<typeof monthProblems>[0]>, held = points) =>
  monthProblems(
    { kind: 'step change', from: '2024-03', to: null, ...given },
    { thisMonth: '2026-03', points: held },
  ).map(({ field, sentence }) => `${field}: ${sentence}`);

it('takes a step change of a month between the first figure and this month', () => {
  expect([...problems({}), ...problems({}, []), ...problems({ from: '2026-03' })]).toEqual([]);
  expect(problems({ from: '2999-03' })).toEqual(['from: March 2999 is still to come: give a month up to March 2026.']);
  expect(problems({ from: '2020-01' })).toEqual(['from: Figures begin in January 2020: give a month after that.']);
});

it('takes limits from twelve ordinary figures at least', () => {
  const held = (from: `${number}-${number}`, to: `${number}-${number}`, of = points) =>
    problems({ kind: 'held limits', from, to }, of);
  expect(held('2022-01', '2022-12')).toEqual([]);
  expect(held('2020-06', '2022-05')).toEqual([
    'from: Limits are taken from at least 12 ordinary figures, and there are 11 in these months: choose others.',
  ]);
  expect(held('2022-01', '2022-12', [])).toHaveLength(1);
  expect(held('2025-12', '2026-11')[0]).toContain('to: November 2026 is still to come');
});

it('refuses a reason that no record could keep', () => {
  const typed = { measure: 'burglary', area: 'Camden', kind: 'step change', from: '2024-03', to: '' } as const;
  const of = (reason: string) => entryProblems({ ...typed, reason }).map(({ field }) => field);
  expect([of('A'), of('A\0'), of('A\ud800'), of(' '), of('A'.repeat(301))]).toEqual([
    [],
    ['reason'],
    ['reason'],
    ['reason'],
    ['reason'],
  ]);
});
