import { expect, it } from 'vitest';
import { madeUpDay } from './made-up-day.ts';
import { madeUpTimes, onDutyNow } from './made-up-times.ts';
import type { WardTurn } from './ward-turns.ts';

const turn = (index: number, rest: Partial<WardTurn> = {}): WardTurn => ({
  ...{ officer: `D${index}`, index, boroughCode: 'E09000007', wardCode: 'E05013653', boundaryVersion: 'wards-2022' },
  ...{ postClass: 'floor', fraction: 1, from: '2025-01-01', until: null },
  ...rest,
});
const TURNS = Array.from({ length: 60 }, (_, index) => turn(index));
const asked = { turns: TURNS, confirmedBefore: '2026-02-20', eventOn: () => null };

it('gives each officer five days in seven, and the same days however it is asked', () => {
  const february = madeUpTimes({ ...asked, from: '2026-02-02', to: '2026-03-01' });
  expect(february).toHaveLength(60 * 4 * 5);
  const later = madeUpTimes({ ...asked, from: '2026-02-16', to: '2026-03-01' });
  expect(later).toEqual(february.filter(({ day }) => day >= '2026-02-16'));
});

it('has officers away within their duties, for named reasons and by somebody’s order', () => {
  const duties = madeUpTimes({ ...asked, from: '2026-02-02', to: '2026-03-01' }).flatMap(({ did }) =>
    did.kind === 'duty' ? [did] : [],
  );
  const away = duties.flatMap(({ start, end, away: times }) =>
    times.map((time) => ({ ...time, duty: { start, end } })),
  );
  expect(away.length / duties.length).toBeGreaterThan(0.05);
  expect(away.length / duties.length).toBeLessThan(0.15);
  for (const { start, end, duty } of away)
    expect([start >= duty.start, end <= duty.end, start < end]).toEqual([true, true, true]);
});

it('confirms nothing from the day on that nobody has confirmed, and most before', () => {
  const duties = madeUpTimes({ ...asked, from: '2026-02-02', to: '2026-03-01' }).filter(
    ({ did }) => did.kind === 'duty',
  );
  const isConfirmed = ({ did }: (typeof duties)[number]) => did.kind === 'duty' && did.confirmed;
  expect(duties.filter(({ day }) => day >= '2026-02-20').some(isConfirmed)).toBe(false);
  const before = duties.filter(({ day }) => day < '2026-02-20');
  expect(before.filter(isConfirmed).length / before.length).toBeGreaterThan(0.85);
});

it('sends some to an event of the day, and nobody outside the days of their turn', () => {
  const carnival = { key: 'carnival-2025', kind: 'carnival' } as const;
  const days = TURNS.map((each) => madeUpDay(each, '2025-08-24', carnival));
  expect(days.some((did) => did.kind === 'duty' && did.absences.some(({ event }) => event === 'carnival-2025'))).toBe(
    true,
  );
  const ended = madeUpTimes({
    ...asked,
    turns: [turn(1, { until: '2026-02-09' })],
    from: '2026-02-02',
    to: '2026-03-01',
  });
  expect(ended.every(({ day }) => day < '2026-02-09')).toBe(true);
  expect(ended.length).toBeGreaterThan(0);
});

it('puts one officer on duty now, in place of what the day would have been', () => {
  const times = madeUpTimes({ ...asked, from: '2026-02-02', to: '2026-02-08' });
  const now = onDutyNow(times, turn(3), { day: '2026-02-04', hour: 22 });
  expect(now.filter(({ officer, day }) => officer === 'D3' && day === '2026-02-04')).toEqual([
    expect.objectContaining({ did: { kind: 'duty', start: '21:00', end: '05:00', confirmed: false, away: [] } }),
  ]);
  expect(onDutyNow(times, turn(3), { day: '2026-02-04', hour: 0 }).at(-1)?.did).toMatchObject({
    start: '00:00',
    end: '08:00',
  });
});
