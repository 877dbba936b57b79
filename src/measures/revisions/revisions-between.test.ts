import { expect, it } from 'vitest';
import type { Series } from '../model.ts';
import { revisionsBetween } from './revisions-between.ts';
import { largestRevisions, sumByArea, sumByYear, sumRevisions } from './sum-revisions.ts';

const series = (areaCode: string, firstMonth: Series['firstMonth'], values: (number | null)[]): Series => ({
  ...{ measure: 'burglary', areaCode, boundaryVersion: 'boroughs-2022', vintage: 'x', synthetic: false },
  ...{ files: [], firstMonth, values, origins: values.map(() => 'published' as const) },
  ...{ doubtful: [], backCast: false, convertedFrom: null },
});

it('gives every month both have with the difference, and lists the others apart', () => {
  const found = revisionsBetween(
    [series('A', '2023-02', [10, 20, null, 40]), series('B', '2023-03', [5])],
    [series('A', '2023-03', [18, 30, 40]), series('C', '2023-03', [6])],
  );
  expect(found).toEqual({
    months: [
      { areaCode: 'A', month: '2023-03', before: 20, after: 18, difference: -2, doubtful: false },
      { areaCode: 'A', month: '2023-05', before: 40, after: 40, difference: 0, doubtful: false },
    ],
    onlyBefore: [
      { areaCode: 'A', months: ['2023-02'] },
      { areaCode: 'B', months: ['2023-03'] },
    ],
    onlyAfter: [
      { areaCode: 'A', months: ['2023-04'] },
      { areaCode: 'C', months: ['2023-03'] },
    ],
  });
});

it('sums by area and year, counting what moved apart from what was added', () => {
  const { months } = revisionsBetween(
    [series('A', '2023-03', [10, 10]), series('B', '2023-03', [10, 10])],
    [series('A', '2023-03', [13, 10]), series('B', '2023-03', [8, 9])],
  );
  expect(sumRevisions(months)).toEqual({
    ...{ of: 'all', months: 4, doubtful: 0, changed: 3, before: 40, after: 40, difference: 0, moved: 6 },
  });
  expect(sumByArea(months).map(({ of, difference }) => [of, difference])).toEqual([
    ['A', 3],
    ['B', -3],
  ]);
  expect(sumByYear(months).map(({ of, difference, moved }) => [of, difference, moved])).toEqual([
    ['2022-23', 1, 5],
    ['2023-24', -1, 1],
  ]);
  expect(largestRevisions(months, 2).map(({ areaCode, difference }) => [areaCode, difference])).toEqual([
    ['A', 3],
    ['B', -2],
  ]);
});

it('leaves months that are doubtful in either out of every sum, and marks them', () => {
  const { months } = revisionsBetween(
    [series('A', '2024-01', [100, 40, 100])],
    [{ ...series('A', '2024-01', [101, 41, 3]), doubtful: ['2024-03'] }],
  );
  const stubBefore = revisionsBetween(
    [{ ...series('A', '2024-01', [100, 40]), doubtful: ['2024-02'] }],
    [series('A', '2024-01', [101, 9_000])],
  ).months;
  expect(months.map(({ doubtful }) => doubtful)).toEqual([false, false, true]);
  expect(stubBefore.map(({ doubtful }) => doubtful)).toEqual([false, true]);
  expect(sumRevisions(stubBefore)).toMatchObject({ months: 1, doubtful: 1, changed: 1, before: 100, after: 101 });
  expect(sumByYear(stubBefore)[0]?.difference).toBe(1);
  expect(largestRevisions(stubBefore, 5).map(({ month }) => month)).toEqual(['2024-01']);
});
