import { expect, it } from 'vitest';
import { WARD_PROFILES } from './ward-profiles-source.ts';

const HEADER = 'Ward name,Old code,New code,Population - 2015,Male life expectancy -2009-13,Crime rate - 2014/15';

function read(lines: string[]) {
  const file = WARD_PROFILES.read(`${[HEADER, ...lines].join('\n')}\n`, { now: '2026-04', held: [], about: null });
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

it('reads wards and boroughs apart, each figure at its time', () => {
  const file = read([
    'Camden - Belsize,00AGGF,E05000128,12800.0,84.1,n/a',
    'Camden,00AG,E09000007,230300.0,82.0,120.5',
    'London,H,E12000007,8632850.0,79.7,83.3',
    'England,921,E92000001,54613400.0,79.1,66.9',
  ]);
  expect(file.boundaryVersions).toEqual(['boroughs-2022', 'wards-2014']);
  expect(
    file.series.map(({ category, areaCode, firstMonth, values }) => [category, areaCode, firstMonth, values[0]]),
  ).toEqual([
    ['ward-profiles/population', 'E05000128', '2015-06', 12_800],
    ['ward-profiles/male-life-expectancy', 'E05000128', '2013-12', 84.1],
    ['ward-profiles/population', 'E09000007', '2015-06', 230_300],
    ['ward-profiles/male-life-expectancy', 'E09000007', '2013-12', 82],
    ['ward-profiles/crime-rate', 'E09000007', '2015-03', 120.5],
  ]);
  expect([file.rowsRead, file.rowsUsed]).toEqual([4, 2]);
  expect(file.notices).toContainEqual({ reason: 'a figure that the publication does not give: no value', count: 1 });
});
