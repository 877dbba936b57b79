import { describe, expect, it } from 'vitest';
import type { Series } from '../measures/index.ts';
import { latestYear, sumOver } from './latest-year.ts';

const series = (firstMonth: Series['firstMonth'], values: (number | null)[]): Series => ({
  measure: 'robbery',
  areaCode: 'E1',
  boundaryVersion: 'wards-2022',
  vintage: 'v',
  synthetic: false,
  files: [],
  firstMonth,
  values,
  doubtful: [],
  backCast: false,
  origins: [],
  convertedFrom: null,
});

const ones = (count: number) => Array.from({ length: count }, () => 1);

describe('latestYear', () => {
  it('is the last twelve months that every series has', () => {
    const held = [series('2024-01', ones(20)), series('2024-03', ones(16))];
    expect(latestYear(held, '2026-03-01')).toEqual({ from: '2024-07', to: '2025-06' });
  });

  it('does not look past the day', () => {
    expect(latestYear([series('2024-01', ones(24))], '2025-03-30')).toEqual({ from: '2024-03', to: '2025-02' });
    expect(latestYear([series('2024-01', ones(24))], '2025-03-31')).toEqual({ from: '2024-04', to: '2025-03' });
  });

  it('goes back before a gap', () => {
    expect(latestYear([series('2024-01', [...ones(13), null, ...ones(3)])], '2026-01-01')).toEqual({
      from: '2024-02',
      to: '2025-01',
    });
  });

  it('is nothing without twelve in a row', () => {
    expect(latestYear([series('2024-01', [...ones(11), null, ...ones(11)])], '2026-01-01')).toBeNull();
    expect(latestYear([], '2026-01-01')).toBeNull();
  });
});

describe('sumOver', () => {
  it('adds up the months, and is nothing when one is missing', () => {
    const held = series('2024-01', [1, 2, 3, null]);
    expect(sumOver(held, { from: '2024-02', to: '2024-03' })).toBe(5);
    expect(sumOver(held, { from: '2024-03', to: '2024-04' })).toBeNull();
    expect(sumOver(held, { from: '2023-12', to: '2024-01' })).toBeNull();
  });
});
