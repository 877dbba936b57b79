import { expect, it } from 'vitest';
import type { CategorySeries } from '../../measures/index.ts';
import { MPS_KNIFE } from './mps-knife.ts';

const HEADER =
  'month_year,area_type,borough_snt,area_name,area_code,crime_type,crime_subtype,measure,financial_year,fy_fyindex,count,refresh_date,sheet';
const context = { now: '2026-03' as const, held: [], about: null };

function read(...rows: string[]) {
  const result = MPS_KNIFE.read(`${[HEADER, ...rows].join('\n')}\n`, context);
  if (result.kind === 'refused') throw new Error(result.because);
  return result;
}

const ending = (count: number | string) => `fy23-24,23-24_01,${count},2026-03-18,MPS_MonthlyCrimeDashboard_Other`;
const team = (name: string, code: string, month: string, count: number | string, subtype = 'Knife Crime') =>
  `${month},Safer Neighbourhood Teams,Islington ${name},${name},${code},Knife Crime,${subtype},Offences,${ending(count)}`;
const borough = (name: string, code: string, month: string, count: number | string, measure = 'Offences') =>
  `${month},Borough,${name},${name},${code},Knife Crime,Knife Crime,${measure},${ending(count)}`;
const valuesOf = (series: readonly CategorySeries[], areaCode: string, category = 'mps-knife/knife-crime/offences') =>
  series.find((each) => each.areaCode === areaCode && each.category === category)?.values;

it('is told by its columns', () => {
  expect(MPS_KNIFE.knows({ kind: 'csv', columns: HEADER.split(',') })).toBe(true);
  expect(MPS_KNIFE.knows({ kind: 'csv', columns: ['month_year', 'count'] })).toBe(false);
});

it('reads boroughs and wards, and takes what has no row for none', () => {
  const file = read(
    borough('Islington', 'E09000019', '2024-01-01', 3),
    team('Bunhill', 'E05013699', '2024-01-01', 2),
    team('Bunhill', 'E05013699 ', '2024-02-01', 1, 'Knife Crime with Injury'),
    team('Angel Town', 'E05009336', '2024-02-01', 4),
  );
  expect(file).toMatchObject({ rowsRead: 4, rowsUsed: 4, from: '2024-01', to: '2024-02', refused: [], notices: [] });
  expect(file.recognisedAs).toBe('MPS knife crime dashboard, refreshed 2026-03-18');
  expect(file.boundaryVersions).toEqual(['boroughs-2022', 'wards-2022']);
  expect(valuesOf(file.series, 'E09000019')).toEqual([3, null]);
  expect(valuesOf(file.series, 'E05013699')).toEqual([2, 0]);
  expect(valuesOf(file.series, 'E05013699', 'mps-knife/knife-crime-with-injury/offences')).toEqual([0, 1]);
  expect(file.series.find(({ areaCode }) => areaCode === 'E05009336')?.boundaryVersion).toBe('wards-2022');
});

it('has no value for wards in a month in which only boroughs have rows', () => {
  const file = read(
    borough('Islington', 'E09000019', '2026-01-01', 9),
    borough('Islington', 'E09000019', '2026-02-01', 8),
    borough('Camden', 'E09000007', '2026-01-01', 7),
    team('Bunhill', 'E05013699', '2026-01-01', 4),
    team('', '-1', '2026-01-01', 1),
  );
  expect(valuesOf(file.series, 'E05013699')).toEqual([4, null]);
  expect(valuesOf(file.series, 'team-unknown')).toEqual([1, null]);
  expect(valuesOf(file.series, 'E09000007')).toEqual([7, 0]);
});

it('adds the rows of a ward that two teams police', () => {
  const second = team('Bunhill', 'E05013699', '2024-01-01', 5).replace('Islington Bunhill', 'Aviation Security');
  expect(valuesOf(read(team('Bunhill', 'E05013699 ', '2024-01-01', 2), second).series, 'E05013699')).toEqual([7]);
});

it('keeps what is in no ward and no borough apart, and counts it', () => {
  const file = read(
    team('Bunhill', 'E05013699', '2024-01-01', 2),
    team('West End (NOT ACTIVE)', 'E05000649', '2024-01-01', 1),
    team('', '-1', '2024-01-01', 2),
    team('', '', '2024-01-01', 3),
    team('N/K', 'N/K', '2024-01-01', 4),
    borough('N/K (Legacy Only)', '', '2024-01-01', 5),
    borough('', '', '2024-01-01', 6),
  );
  const unplaced = file.series.filter(({ boundaryVersion }) => boundaryVersion === 'unplaced');
  expect(Object.fromEntries(unplaced.map(({ areaCode, values }) => [areaCode, values[0]]))).toEqual({
    'team-e05000649': 1,
    'team-unknown': 5,
    'team-n-k': 4,
    'n-k-legacy-only': 5,
    unknown: 6,
  });
  expect(file.notices).toEqual([
    { reason: 'a neighbourhood team of no ward, kept apart as not placed', count: 4 },
    { reason: 'an area that is no borough, kept apart as not placed', count: 2 },
  ]);
});

it('takes a table of older wards for one', () => {
  const file = read(team('Bunhill', 'E05000367', '2022-03-01', 2), team('Angel Town', 'E05009336', '2022-03-01', 1));
  expect(file.boundaryVersions).toEqual(['wards-2014']);
});

it('leaves out what it cannot read, each with its line, and takes it for no value', () => {
  const file = read(
    borough('Islington', 'E09000019', '2024-01-01', 3),
    borough('Islington', 'E09000019', '2024-02-01', '1.5'),
    borough('Camden', 'E09000099', '2024-01-01', 3),
    borough('Camden', 'E09000007', '2024-01-15', 3),
    borough('Camden', 'E09000007', '2026-04-01', 3),
    borough('Camden', 'E09000007', '2024-01-01', 3).replace('Knife Crime,Knife Crime', 'Burglary,Burglary'),
    borough('Islington', 'E09000019', '2024-01-01', 3),
    borough('Islington', 'E09000019', '2024-01-01', 4),
    borough('Islington', 'E09000019', '2024-02-01', 3, 'Positive Outcomes').replace('Borough,', 'BCU,'),
    borough('Hackney', 'E09000012', '2024-01-01', 3),
  );
  expect(file.refusedRows.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'given again with other figures, so none of them is used'],
    [3, 'a count that is not a whole number'],
    [4, 'no borough code such as E09000007'],
    [5, 'no month such as 2024-02'],
    [6, 'a month still to come'],
    [7, 'no category'],
    [8, 'given again with other figures, so none of them is used'],
    [9, 'given again with other figures, so none of them is used'],
    [10, 'an area that is neither a borough nor a neighbourhood team'],
  ]);
  expect(file).toMatchObject({ rowsRead: 10, rowsUsed: 1 });
  expect(valuesOf(file.series, 'E09000019')).toEqual([null]);
});

it('refuses a table without a row it can use', () => {
  expect(() => read(borough('Islington', 'E09000019', '2024-01-01', ''))).toThrow('no row that can be used (no count)');
});
