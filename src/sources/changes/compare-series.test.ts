import { expect, it } from 'vitest';
import type { Series } from '../../measures/index.ts';
import { compareSeries } from './compare-series.ts';

const series = (areaCode: string, values: (number | null)[], vintage = 'A', measure = 'burglary') =>
  ({ measure, areaCode, vintage, firstMonth: '2024-01', values }) as unknown as Series;
const areas = [
  { code: 'E1', name: 'Bloomsbury' },
  { code: 'E2', name: 'Kilburn' },
];
const compare = (before: Series[], after: Series[]) =>
  compareSeries([{ name: 'burglary', title: 'Burglary' }], { boundaryVersion: 'wards-2022', areas, before, after });

it('tells nothing where nothing changes', () => {
  expect(compare([series('E1', [1, 2])], [series('E1', [1, 2])])).toEqual([]);
});

it('tells new months and lost ones apart from values that change', () => {
  const before = [series('E1', [1, 2, 3]), series('E2', [4, 5, 6])];
  const after = [series('E1', [null, 2, 8, 1], 'B'), series('E2', [null, 5, 6, 2], 'B')];
  expect(compare(before, after)).toEqual([
    {
      measure: 'burglary',
      title: 'Burglary',
      boundaryVersion: 'wards-2022',
      newMonths: ['2024-04'],
      lostMonths: ['2024-01'],
      changedMonths: ['2024-03'],
      changedValues: 1,
      largest: [{ areaCode: 'E1', areaName: 'Bloomsbury', month: '2024-03', before: 3, after: 8 }],
      vintagesBefore: ['A'],
      vintagesAfter: ['B'],
    },
  ]);
});

it('takes a value that one area loses for a change, and gives the three largest', () => {
  const before = [series('E1', [1, 1, 1]), series('E2', [10, 10, 10])];
  const after = [series('E1', [2, 3, 4]), series('E2', [10, 10, null])];
  const [change] = compare(before, after);
  expect(change?.changedValues).toBe(4);
  expect(change?.largest.map(({ areaName, month, after: now }) => [areaName, month, now])).toEqual([
    ['Kilburn', '2024-03', null],
    ['Bloomsbury', '2024-03', 4],
    ['Bloomsbury', '2024-02', 3],
  ]);
});

it('tells of another vintage with the same values', () => {
  const [change] = compare([series('E1', [1])], [series('E1', [1], 'B')]);
  expect(change).toMatchObject({ changedValues: 0, vintagesBefore: ['A'], vintagesAfter: ['B'] });
});

it('takes a series without a value for none', () => {
  expect(compare([], [series('E1', [null, null])])).toEqual([]);
});

it('leaves other measures out', () => {
  expect(compare([], [series('E1', [1], 'A', 'robbery')])).toEqual([]);
});
