import { expect, it } from 'vitest';
import { dayOutside } from './day-outside.ts';

const days = (from: string, until: string | null) => ({ from, until });

it('finds the first day that no run has', () => {
  expect(dayOutside(days('2026-03-01', '2026-03-05'), [])).toBe('2026-03-01');
  expect(dayOutside(days('2026-03-01', '2026-03-05'), [days('2026-03-02', null)])).toBe('2026-03-01');
  expect(dayOutside(days('2026-03-01', null), [days('2026-01-01', '2026-06-01')])).toBe('2026-06-01');
});

it('finds none where runs side by side, or one without an end, cover all of them', () => {
  const runs = [days('2026-03-03', '2026-03-05'), days('2026-01-01', '2026-03-03')];
  expect(dayOutside(days('2026-03-01', '2026-03-05'), runs)).toBeNull();
  expect(dayOutside(days('2026-03-01', '2026-03-06'), runs)).toBe('2026-03-05');
  expect(dayOutside(days('2026-03-01', null), [days('2026-03-01', null)])).toBeNull();
});
