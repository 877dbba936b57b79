import { expect, it } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import { deriveMarked } from './derive-marked.ts';
import type { Series } from './model.ts';

const series = (areaCode: string, firstMonth: Month, values: (number | null)[], vintage: string): Series => ({
  ...{ measure: 'm', areaCode, boundaryVersion: 'lsoas-2021', vintage, synthetic: false, files: [`${vintage}.csv`] },
  ...{ firstMonth, values, origins: values.map(() => 'published' as const), doubtful: [], backCast: false },
  convertedFrom: null,
});

it('counts those of marked areas and none of the others, at the month of the mark, naming both publications', () => {
  const counts = [series('a', '2021-03', [1500], 'census'), series('b', '2021-03', [1600], 'census')];
  const marks = [series('a', '2025-10', [1], 'indices'), series('b', '2025-10', [0], 'indices')];
  const derived = deriveMarked('deprivation', counts, marks);
  expect(derived.map(({ areaCode, firstMonth, values }) => [areaCode, firstMonth, values])).toEqual([
    ['a', '2025-10', [1500]],
    ['b', '2025-10', [0]],
  ]);
  expect(derived[0]).toMatchObject({
    ...{ measure: 'deprivation', vintage: 'indices with census', files: ['indices.csv', 'census.csv'] },
    origins: ['published'],
  });
});

it('takes the last count known by the month of the mark, or the first when all are later', () => {
  const yearly = series('a', '2017-06', [100, null, 120], 'p');
  const at = (month: Month) => deriveMarked('d', [yearly], [series('a', month, [1], 'i')])[0]?.values;
  expect(at('2017-07')).toEqual([100]);
  expect(at('2019-09')).toEqual([120]);
  expect(at('2015-09')).toEqual([100]);
});

it('has no value without a mark of 1 or 0 or without a count, and no series for an area that lacks one of them', () => {
  const counts = [
    series('a', '2021-03', [null], 'c'),
    series('b', '2021-03', [10], 'c'),
    series('c', '2021-03', [9], 'c'),
  ];
  const marks = [
    series('a', '2025-10', [1], 'i'),
    series('b', '2025-10', [null, 0.5], 'i'),
    series('z', '2025-10', [1], 'i'),
  ];
  const derived = deriveMarked('d', counts, marks);
  expect(derived.map(({ areaCode, values }) => [areaCode, values])).toEqual([
    ['a', [null]],
    ['b', [null, null]],
  ]);
});
