import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import { requireMeasure } from '../catalogue.ts';
import type { Series } from '../model.ts';
import { latestFigure } from './latest-figure.ts';

const of = (values: (number | null)[], doubtful: Month[] = []): Series => ({
  ...{ measure: 'theft', areaCode: 'E09000007', boundaryVersion: 'boroughs-2022', vintage: 'a', synthetic: false },
  ...{ files: [], firstMonth: '2024-01', values, origins: values.map(() => 'published' as const) },
  ...{ doubtful, backCast: false, convertedFrom: null },
});
const theft = requireMeasure('theft');
const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

it('sums the latest twelve months in a row', () => {
  expect(latestFigure(theft, of([...ones(12), 5]))).toEqual({ kind: 'year', to: '2025-01', value: 16 });
});

it('takes no year with a gap or a doubtful month in it', () => {
  expect(latestFigure(theft, of([...ones(12), null, 1]))).toEqual({ kind: 'year', to: '2024-12', value: 12 });
  expect(latestFigure(theft, of([...ones(12), 9], ['2025-01']))).toEqual({ kind: 'year', to: '2024-12', value: 12 });
});

it('gives the last figure where there is no such year, or the measure is not to be added up', () => {
  expect(latestFigure(theft, of([3, 4]))).toEqual({ kind: 'month', month: '2024-02', value: 4 });
  const rank = requireMeasure('residents');
  expect(latestFigure(rank, of([...ones(12), null]))).toEqual({ kind: 'month', month: '2024-12', value: 1 });
  expect(latestFigure(theft, of([null]))).toBeNull();
});
