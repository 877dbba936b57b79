import { expect, it } from 'vitest';
import type { CategorySeries } from '../../measures/index.ts';
import { lackingMonths } from './lacking-months.ts';
import { LSOA_CRIME_COUNTS } from './lsoa-crime-counts.ts';

const HEADER = 'lsoa_code,lsoa_name,borough,category,month,crime_count';
const NEW = 'E01035651';
const context = { now: '2026-03' as const, held: [], about: null };

function read(...rows: string[]) {
  const result = LSOA_CRIME_COUNTS.read(`${[HEADER, ...rows].join('\n')}\n`, context);
  if (result.kind === 'refused') throw new Error(result.because);
  return result;
}

const valuesOf = (series: readonly CategorySeries[], areaCode: string, category: string) =>
  series.find((each) => each.areaCode === areaCode && each.category === category)?.values;

const row = (code: string, category: string, month: string, count: string | number) =>
  `${code},Islington 001A,Islington,${category},${month},${count}`;

it('is told by its columns', () => {
  expect(LSOA_CRIME_COUNTS.knows({ kind: 'csv', columns: HEADER.split(',') })).toBe(true);
  expect(LSOA_CRIME_COUNTS.knows({ kind: 'csv', columns: ['lsoa_code', 'month'] })).toBe(false);
});

it('takes a category without a row for none, and a month without any row for unknown', () => {
  const file = read(
    row(NEW, 'Burglary', '2024-01', 3),
    row(NEW, 'Drugs', '2024-03', 2),
    row(NEW, 'Drugs', '2024-01', 1),
  );
  expect(file).toMatchObject({ rowsRead: 3, rowsUsed: 3, from: '2024-01', to: '2024-03' });
  expect(file.boundaryVersions).toEqual(['lsoas-2021']);
  expect(valuesOf(file.series, NEW, 'lsoa-street/burglary')).toEqual([3, null, 0]);
  expect(valuesOf(file.series, NEW, 'lsoa-street/drugs')).toEqual([1, null, 2]);
  expect(file.notices).toEqual([{ reason: 'no row at all in February 2024: no value anywhere', count: 1 }]);
  expect(file.coverage).toEqual([
    { month: '2024-01', publisher: 'lsoa-crime-counts', boundaryVersion: 'lsoas-2021', total: 4 },
    { month: '2024-03', publisher: 'lsoa-crime-counts', boundaryVersion: 'lsoas-2021', total: 2 },
  ]);
});

it('has no value for an LSOA without a row in a month that many have none in', () => {
  const file = read(
    row(NEW, 'Burglary', '2024-01', 3),
    row('E01000907', 'Burglary', '2024-01', 3),
    row(NEW, 'Burglary', '2024-02', 3),
  );
  expect(valuesOf(file.series, 'E01000907', 'lsoa-street/burglary')).toEqual([3, null]);
  expect(file.notices).toEqual([{ reason: expect.stringContaining('without any row in February 2024'), count: 1 }]);
});

it('leaves out what it cannot read, with its line, and takes nothing there for none', () => {
  const file = read(
    row('E01035652', 'Burglary', '2024-01', 1),
    row('E01035652', 'Burglary', '2024-02', 1),
    row(NEW, 'Burglary', '2024-01', 3),
    row(NEW, 'Drugs', '2024-01', 'x'),
    row(NEW, 'Burglary', '2024-01', 3),
    row('E01002731', 'Burglary', '2024-01', 3),
    row('Islington', 'Robbery', '2024-01', 3),
    row(NEW, 'Robbery', '2026-04', 3),
    row(NEW, 'Robbery', '2024-02', 4),
    row(NEW, 'Robbery', '2024-02', 5),
    row(NEW, '', '2024-02', -1),
    '=1+1,,,,,',
  );
  expect(file.refusedRows.map(({ line, reason }) => [line, reason])).toEqual([
    [5, 'a count that is not a whole number'],
    [6, 'given a second time'],
    [7, 'an LSOA of another census than the rest of the file'],
    [8, 'no LSOA code such as E01000907'],
    [9, 'a month still to come'],
    [10, 'given again with other figures, so none of them is used'],
    [11, 'given again with other figures, so none of them is used'],
    [12, 'no category'],
    [13, 'no LSOA code such as E01000907'],
  ]);
  expect(file.rowsRead).toBe(file.rowsUsed + 9);
  expect(valuesOf(file.series, NEW, 'lsoa-street/burglary')).toEqual([3, null]);
  expect(valuesOf(file.series, NEW, 'lsoa-street/drugs')?.[0]).toBeNull();
  expect(valuesOf(file.series, NEW, 'lsoa-street/robbery')).toEqual([null, null]);
});

it.each([
  ['without an LSOA that tells its census', [row('E01000001', 'Burglary', '2024-01', 3)], '2011 or 2021'],
  ['without a row it can use', [row(NEW, 'Burglary', '2024-01', '')], 'no row that can be used (no count)'],
])('refuses a table %s', (_, rows, because) => {
  expect(() => read(...rows)).toThrow(because);
});

it('tells a quiet area from a month that lacks rows', () => {
  const all = Array.from({ length: 40 }, (_, at) => ({ areaCode: `area ${at}`, month: '2024-01' as const }));
  const twoQuiet = all.slice(2).map(({ areaCode }) => ({ areaCode, month: '2024-02' as const }));
  const threeLack = all.slice(3).map(({ areaCode }) => ({ areaCode, month: '2024-03' as const }));
  const lacking = lackingMonths([...all, ...threeLack, ...twoQuiet]);
  expect([...lacking]).toEqual([['2024-03', new Set(['area 0', 'area 1', 'area 2'])]]);
});
