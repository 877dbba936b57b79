import { expect, it } from 'vitest';
import type { CategorySeries } from '../../measures/index.ts';
import { MPS_VAWG } from './mps-vawg.ts';
import { namedWardVersion, wardCode } from './named-ward.ts';

const HEADER =
  'bcu_location,borough_name,ward_name_clean_2,recorded_date_months,date_committed_from_date_months,count,sheet';
const context = { now: '2026-03' as const, held: [], about: null };

function read(...rows: string[]) {
  const result = MPS_VAWG.read(`${[HEADER, ...rows].join('\n')}\n`, context);
  if (result.kind === 'refused') throw new Error(result.because);
  return result;
}

const row = (ward: string, recorded: string, committed: string, count: number | string, borough = 'Islington') =>
  `Central North,${borough},${ward},${recorded},${committed},${count},Offence count location`;
const valuesOf = (series: readonly CategorySeries[], areaCode: string) =>
  series.find((each) => each.areaCode === areaCode)?.values;
const AGAIN = 'given again with other figures, so none of them is used';
const [ARSENAL, LAYCOCK, ISLINGTON, CAMDEN] = ['E05013697', 'E05013708', 'E09000019', 'E09000007'];

it('is told by its columns', () => {
  expect(MPS_VAWG.knows({ kind: 'csv', columns: HEADER.split(',') })).toBe(true);
  expect(MPS_VAWG.knows({ kind: 'csv', columns: ['borough_name', 'count'] })).toBe(false);
});

it('sums the months of the offence for the month of recording, in the ward and in its borough', () => {
  const file = read(
    row('Arsenal', '2024-01-01', '2023-12-01', 2),
    row('Arsenal', '2024-01-01', '2024-01-01', 3),
    row('Laycock', '2024-02-01', '', 4),
  );
  expect(file).toMatchObject({ rowsRead: 3, rowsUsed: 3, refused: [], from: '2024-01', to: '2024-02' });
  expect(file.boundaryVersions).toEqual(['boroughs-2022', 'wards-2022']);
  expect(valuesOf(file.series, ARSENAL)).toEqual([5, 0]);
  expect(valuesOf(file.series, LAYCOCK)).toEqual([0, 4]);
  expect(valuesOf(file.series, ISLINGTON)).toEqual([5, 4]);
  expect(file.notices).toEqual([
    { reason: 'no month of the offence: counted, since only the month of recording is used', count: 1 },
  ]);
});

it('counts what is in no ward in its borough, and keeps it apart', () => {
  const file = read(
    row('Camden Square', '2024-01-01', '2024-01-01', 1, 'Camden'),
    row('Primrose Hill', '2024-01-01', '2024-01-01', 1, 'Camden'),
    row('', '2024-01-01', '2024-01-01', 2, 'Camden'),
    row('Kentish Town', '2024-01-01', '2024-01-01', 4, 'Camden'),
  );
  expect(valuesOf(file.series, 'camden-unknown')).toEqual([2]);
  expect(valuesOf(file.series, 'camden-kentish-town')).toEqual([4]);
  expect(valuesOf(file.series, CAMDEN)).toEqual([8]);
  expect(file.notices).toEqual([
    { reason: 'no ward of the set: counted in its borough and kept apart as not placed', count: 2 },
  ]);
});

it('has no value for the wards of a borough, and for it, in a month in which it has no row', () => {
  const file = read(
    row('Arsenal', '2024-01-01', '2024-01-01', 2),
    row('Laycock', '2024-01-01', '2024-01-01', 1),
    row('Primrose Hill', '2024-01-01', '2024-01-01', 5, 'Camden'),
    row('Bloomsbury', '2024-02-01', '2024-02-01', 6, 'Camden'),
  );
  expect(valuesOf(file.series, ARSENAL)).toEqual([2, null]);
  expect(valuesOf(file.series, ISLINGTON)).toEqual([3, null]);
  expect(valuesOf(file.series, CAMDEN)).toEqual([5, 6]);
  expect(file.series.filter(({ areaCode }) => areaCode.startsWith('E05')).map(({ values }) => values)).toContainEqual([
    5, 0,
  ]);
});

it.each([
  ['Camden', 'St. Pancras and Somers Town', 'wards-2022', 'E05013669'],
  ['London Borough of Camden', 'ST PANCRAS & SOMERS TOWN', 'wards-2022', 'E05013669'],
  ['Islington', 'St Marys and St James', 'wards-2022', 'E05013710'],
  ['Islington', 'St Mary’s', 'wards-2014', 'E05000379'],
  ['Islington', 'Highgate', 'wards-2022', null],
  ['Hackney', 'Dalston', 'wards-2022', null],
  ['Islington', '', 'wards-2022', null],
] as const)('finds the code of %s, %s, in %s', (borough, ward, version, code) => {
  expect(wardCode(borough, ward, version)).toBe(code);
});

it('tells the ward set by names that are in one set only', () => {
  const wards = (...names: string[]) => names.map((ward) => ({ borough: 'Islington', ward }));
  expect(namedWardVersion(wards('Bunhill', 'Arsenal'))).toBe('wards-2022');
  expect(namedWardVersion(wards('Bunhill', 'Highbury West'))).toBe('wards-2014');
  expect(namedWardVersion(wards('Bunhill', 'Barnsbury'))).toBeNull();
});

it('leaves out what it cannot read, each with its line, and takes it for no value', () => {
  const file = read(
    row('Arsenal', '2024-01-01', '2024-01-01', 3),
    row('Arsenal', '2024-02-01', '2024-01-01', 'many'),
    row('Laycock', '2024-01-01', '2024-01-01', 3),
    row('Laycock', '2024-01-01', '2024-01-01', 3),
    row('Laycock', '2024-01-01', '2024-01-01', 4),
    row('Arsenal', '2024-1', '2024-01-01', 3, 'Atlantis'),
    row('Laycock', '2024-01-01', '2023-12-01', 3).replace('Offence count', 'Victim count'),
    row('Laycock', '2024-02-01', '2024-02-01', 3),
  );
  expect(file.refusedRows.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'a count that is not a whole number'],
    [4, AGAIN],
    [5, AGAIN],
    [6, AGAIN],
    [7, 'no London borough'],
    [8, 'no category'],
  ]);
  expect(valuesOf(file.series, ARSENAL)).toEqual([3, null]);
  expect(valuesOf(file.series, LAYCOCK)).toEqual([null, 3]);
  expect(valuesOf(file.series, ISLINGTON)).toEqual([null, null]);
});

it('refuses a table whose wards do not tell their set', () => {
  expect(() => read(row('Bunhill', '2024-01-01', '2024-01-01', 3))).toThrow('names no ward of Camden or Islington');
});
