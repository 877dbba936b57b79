import { expect, test } from 'vitest';
import { changeDays, dayBefore, isOn, lastDayOf, runAround, runsWithin } from './day-runs.ts';

test('a row is on from its first day to the day before it is over', () => {
  const march = { from: '2026-03-01', until: '2026-04-01' };
  expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((date) => isOn(march, date))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(lastDayOf(march)).toBe('2026-03-31');
  expect(lastDayOf({ until: null })).toBeNull();
});

test('the day before crosses months, years and the clock change', () => {
  expect(['2024-03-01', '2026-01-01', '2026-03-30'].map(dayBefore)).toEqual(['2024-02-29', '2025-12-31', '2026-03-29']);
});

test('a run goes over changes that change nothing', () => {
  const rows = [
    { from: '2026-01-01', until: '2026-02-01' },
    { from: '2026-02-01', until: null },
    { from: '2026-03-01', until: '2026-04-01' },
  ];
  const changes = changeDays(rows);
  expect(changes).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']);
  const rowsOn = (date: string) => rows.filter((row) => isOn(row, date)).length;
  expect(runAround(changes, '2026-01-15', (date) => rowsOn(date) === 1)).toEqual({
    from: '2026-01-01',
    until: '2026-03-01',
  });
  expect(runAround(changes, '2026-03-15', (date) => rowsOn(date) === 1)).toBeNull();
  expect(runAround(changes, '2026-05-01', (date) => rowsOn(date) > 0)).toEqual({ from: '2026-01-01', until: null });
});

test('before the first change a run begins on the day asked about', () => {
  expect(runAround(['2026-01-01'], '2025-06-01', (date) => date < '2026-01-01')).toEqual({
    from: '2025-06-01',
    until: '2026-01-01',
  });
});

test('days are split where the answer changes, and nowhere else', () => {
  const answers = runsWithin(
    { from: '2026-01-10', until: '2026-06-01' },
    ['2026-01-01', '2026-02-01', '2026-03-01'],
    (on) => (on < '2026-03-01' ? 'two' : 'three'),
  );
  expect(answers).toEqual([
    { from: '2026-01-10', until: '2026-03-01', answer: 'two' },
    { from: '2026-03-01', until: '2026-06-01', answer: 'three' },
  ]);
});
