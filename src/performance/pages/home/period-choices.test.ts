import { expect, test } from 'vitest';
import { againstChoices, periodChoices, shortPeriod, withAsked } from './period-choices.ts';

const valuesOf = (choices: { value: string }[]) => choices.map(({ value }) => value);

test('a year that is not over is offered so far, and never as a whole', () => {
  expect(valuesOf(periodChoices('2026-02')).slice(0, 3)).toEqual(['rolling12:2026-02', 'ytd:2026-02', '2024-25']);
  expect(valuesOf(periodChoices('2026-03')).slice(0, 2)).toEqual(['rolling12:2026-03', '2025-26']);
});

test('what it may be compared with begins with the year before, and ends before the last year does', () => {
  expect(valuesOf(againstChoices('2026-03')).slice(0, 3)).toEqual(['', 'baseline:pre-pandemic', '2024-25']);
  expect(valuesOf(againstChoices(null))).toEqual(['', 'baseline:pre-pandemic']);
});

test('what was asked stays among the choices, understood or not', () => {
  expect(withAsked([{ value: 'a', text: 'A' }], 'b', 'B')).toEqual([
    { value: 'b', text: 'B' },
    { value: 'a', text: 'A' },
  ]);
  expect(withAsked([{ value: 'a', text: 'A' }], 'a')).toHaveLength(1);
});

test('a period is short at the head of a column', () => {
  expect(shortPeriod({ from: '2023-04', to: '2024-03' }).replaceAll('\u2060', '')).toBe('2023–24');
  expect(shortPeriod({ from: '2025-03', to: '2026-02' })).toBe('Mar 2025 to Feb 2026');
  expect(shortPeriod({ from: '2025-03', to: '2025-03' })).toBe('Mar 2025');
});
