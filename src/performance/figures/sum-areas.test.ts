import { expect, it } from 'vitest';
import { anArea } from '../../../test/builders/monthly-figures.ts';
import type { Series } from '../../measures/index.ts';
import { countIn } from './count-in.ts';
import { sumAreas } from './sum-areas.ts';

const series = (firstMonth: Series['firstMonth'], values: (number | null)[], given: Partial<Series> = {}): Series => ({
  ...{ measure: 'theft', areaCode: 'A', boundaryVersion: 'boroughs-2022', vintage: 'March 2026', synthetic: false },
  ...{ files: ['a.csv'], firstMonth, values, origins: values.map(() => 'published' as const), doubtful: [] },
  ...{ backCast: false, convertedFrom: null },
  ...given,
});

it('sums areas month by month; a month that one of them lacks has no value', () => {
  const parts = [
    series('2024-01', [1, 2, null, 4], { doubtful: ['2024-02'] }),
    series('2024-02', [10, 20, 30, 40], { files: ['b.csv', 'a.csv'], backCast: true, doubtful: ['2024-01'] }),
  ];
  expect(sumAreas(anArea(), parts)).toMatchObject({
    ...{ firstMonth: '2024-01', values: [null, 12, null, 34, null], files: ['a.csv', 'b.csv'] },
    ...{ doubtful: ['2024-01', '2024-02'], backCast: true, origins: ['published'] },
  });
  expect(sumAreas(anArea(), [])).toBeNull();
});

it('counts whole months, both ends included, and none where a month is lacking or beyond', () => {
  const figures = { firstMonth: '2024-01' as const, values: [1, 2, 3, null, 5] };
  expect(countIn(figures, { from: '2024-01', to: '2024-03' })).toBe(6);
  expect(countIn(figures, { from: '2024-02', to: '2024-02' })).toBe(2);
  expect(countIn(figures, { from: '2024-03', to: '2024-05' })).toBeNull();
  expect(countIn(figures, { from: '2023-12', to: '2024-01' })).toBeNull();
  expect(countIn(figures, { from: '2024-05', to: '2024-06' })).toBeNull();
});
