import { expect, test } from 'vitest';
import { parseWindow } from './parse-window.ts';
import { WrongUsage } from './wrong-usage.ts';

test('a window is written by its first and last month', () => {
  expect(parseWindow('2024-03..2025-02', '2025-02-28')).toEqual({ from: '2024-03', to: '2025-02', months: 12 });
  expect(parseWindow('2024-03..2024-03', '2025-02-28').months).toBe(1);
});

test.each([
  ['2024-03', 'is not a window'],
  ['2024-03..2024-13', 'is not a window'],
  ['2024-03..2024-02', 'is not a window'],
  ['2024-03..2024-04..2024-05', 'is not a window'],
  ['2024-03..2025-03', 'must end by 28 February 2025, and March 2025 had not ended then.'],
])('%s is refused', (text, sentence) => {
  expect(() => parseWindow(text, '2025-02-28')).toThrow(WrongUsage);
  expect(() => parseWindow(text, '2025-02-28')).toThrow(sentence);
});
