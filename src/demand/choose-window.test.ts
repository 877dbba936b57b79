import { expect, test } from 'vitest';
import { monthRange } from '../lib/calendar/month.ts';
import { chooseWindow } from './choose-window.ts';

const years = monthRange('2023-01', '2025-12');

test('the latest 12 months that ended on or before the date', () => {
  expect(chooseWindow([years], '2026-03-01')).toEqual({ from: '2025-01', to: '2025-12', months: 12 });
  expect(chooseWindow([years], '2024-06-30')).toEqual({ from: '2023-07', to: '2024-06', months: 12 });
  expect(chooseWindow([years], '2024-06-29')).toEqual({ from: '2023-06', to: '2024-05', months: 12 });
});

test('12 in a row: a window never spans a gap', () => {
  const withGap = years.filter((month) => month !== '2025-06');
  expect(chooseWindow([withGap], '2026-03-01')).toEqual({ from: '2024-06', to: '2025-05', months: 12 });
});

test('the component that goes furthest decides; gaps are not filled from another', () => {
  const old = monthRange('2016-01', '2018-06');
  expect(chooseWindow([old, years], '2026-03-01')?.to).toBe('2025-12');
  expect(chooseWindow([old, monthRange('2025-07', '2025-12')], '2026-03-01')?.to).toBe('2018-06');
});

test('without 12 months in a row there is no window', () => {
  expect(chooseWindow([], '2026-03-01')).toBeNull();
  expect(chooseWindow([monthRange('2025-01', '2025-11')], '2026-03-01')).toBeNull();
  expect(chooseWindow([years], '2023-12-30')).toBeNull();
});
