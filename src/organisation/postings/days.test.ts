import { describe, expect, it, test } from 'vitest';
import { daysOf, lastDay, overlap, sayDays, within } from './days.ts';

const days = (from: string, until: string | null) => ({ from, until });

describe('days of the book', () => {
  it('end on a last day in forms and begin the next in records', () => {
    expect(daysOf('2026-03-01', '2026-03-31')).toEqual(days('2026-03-01', '2026-04-01'));
    expect(daysOf('2026-03-01', '')).toEqual(days('2026-03-01', null));
    expect(lastDay(days('2024-02-01', '2024-03-01'))).toBe('2024-02-29');
    expect(lastDay(days('2026-03-01', null))).toBeNull();
  });

  test.each([
    [days('2026-03-01', '2026-04-01'), days('2026-04-01', null), false],
    [days('2026-03-01', '2026-04-02'), days('2026-04-01', null), true],
    [days('2026-03-01', null), days('2020-01-01', '2026-03-01'), false],
    [days('2026-03-01', null), days('2020-01-01', null), true],
  ])('%j and %j overlap: %s', (one, other, expected) => {
    expect(overlap(one, other)).toBe(expected);
    expect(overlap(other, one)).toBe(expected);
  });

  it('lie within days that begin no later and end no earlier', () => {
    const post = days('2022-05-05', '2026-05-07');
    expect(within(post, days('2022-05-05', '2026-05-07'))).toBe(true);
    expect(within(post, days('2022-05-04', '2026-05-07'))).toBe(false);
    expect(within(post, days('2022-05-05', null))).toBe(false);
    expect(within(days('2022-05-05', null), days('2030-01-01', null))).toBe(true);
  });

  it('are said with their last day', () => {
    expect(sayDays(days('2026-03-01', '2026-04-01'))).toBe('from 1 March 2026 to 31 March 2026');
    expect(sayDays(days('2026-03-01', '2026-03-02'))).toBe('on 1 March 2026');
    expect(sayDays(days('2026-03-01', null))).toBe('from 1 March 2026 on');
  });
});
