import { expect, it } from 'vitest';
import { coverageOf } from './coverage-of.ts';

it('totals the values of every run by month, and skips months without a value', () => {
  const run = { category: 'x/y', boundaryVersion: 'wards-2022', publisher: 'p', firstMonth: '2024-01' } as const;
  expect(
    coverageOf([
      { ...run, areaCode: 'A', values: [1, null, 3] },
      { ...run, areaCode: 'B', values: [10, null, 0] },
      { ...run, areaCode: 'B', category: 'x/z', firstMonth: '2024-03', values: [5] },
    ]),
  ).toEqual([
    { month: '2024-01', publisher: 'p', boundaryVersion: 'wards-2022', total: 11 },
    { month: '2024-03', publisher: 'p', boundaryVersion: 'wards-2022', total: 8 },
  ]);
});
