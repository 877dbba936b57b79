import { describe, expect, it } from 'vitest';
import { asReadText } from '../as-read-text.ts';
import { readTable } from '../read-table.ts';
import { readAreaRows } from './area-rows.ts';
import { plainNumber } from './plain-number.ts';
import { toRuns } from './to-runs.ts';

const FIGURES = [
  { category: 'a/births', month: '2013-12' },
  { category: 'a/area', month: '2015-12' },
  { category: 'a/births', month: '2011-12' },
] as const;

function read(lines: string[]) {
  const table = readTable(`code,b13,area,b11\n${lines.join('\n')}\n`);
  if (table.kind === 'refused') throw new Error(table.because);
  const rows = readAreaRows(table, (row) => {
    const areaCode = row.value('code');
    if (areaCode === '') return 'no code';
    return {
      areaCode,
      version: 'wards-2014',
      values: ['b13', 'area', 'b11'].map((name) => plainNumber(row.value(name))),
    };
  });
  return asReadText(table, { series: toRuns(rows, FIGURES, 'a') });
}

function used(lines: string[]) {
  const file = read(lines);
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

it('makes a run of each figure an area has, from its first year to its last', () => {
  const { series, coverage, ...file } = used(['E1,5,2.5,3']);
  expect(series).toEqual([
    {
      category: 'a/births',
      areaCode: 'E1',
      boundaryVersion: 'wards-2014',
      publisher: 'a',
      firstMonth: '2011-12',
      values: [3, ...Array.from({ length: 23 }, () => null), 5],
    },
    {
      category: 'a/area',
      areaCode: 'E1',
      boundaryVersion: 'wards-2014',
      publisher: 'a',
      firstMonth: '2015-12',
      values: [2.5],
    },
  ]);
  expect(file).toMatchObject({
    rowsRead: 1,
    rowsUsed: 1,
    from: '2011-12',
    to: '2015-12',
    boundaryVersions: ['wards-2014'],
  });
  expect(coverage.map(({ month, total }) => [month, total])).toEqual([
    ['2011-12', 3],
    ['2013-12', 5],
    ['2015-12', 2.5],
  ]);
});

it('begins a run at the first year that has a value, and makes none where none has', () => {
  expect(used(['E1,5,,']).series.map(({ category, firstMonth, values }) => [category, firstMonth, values])).toEqual([
    ['a/births', '2013-12', [5]],
  ]);
});

describe('rows of one area', () => {
  it('given twice alike count once', () => {
    const file = used(['E1,5,1,3', 'E1,5,1,3']);
    expect(file.refused).toEqual([{ reason: 'given a second time', count: 1 }]);
    expect([file.rowsUsed, file.series.length]).toEqual([1, 2]);
  });

  it('given with different figures are all left out', () => {
    const file = used(['E1,5,1,3', 'E1,6,1,3', 'E1,5,1,3', 'E2,1,1,1']);
    expect(file.refused).toEqual([{ reason: 'given again with other figures, so none of them is used', count: 3 }]);
    expect([file.rowsRead, file.rowsUsed]).toEqual([4, 1]);
    expect(new Set(file.series.map(({ areaCode }) => areaCode))).toEqual(new Set(['E2']));
    expect(file.refusedRows.map(({ line }) => line).sort()).toEqual([2, 3, 4]);
  });
});

it('refuses a table none of whose rows can be used', () => {
  expect(read([',1,1,1'])).toEqual({
    kind: 'refused',
    because: 'has no row that can be used (no code): download it again',
  });
});
