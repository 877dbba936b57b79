import { expect, it } from 'vitest';
import { WARD_ATLAS } from './ward-atlas-source.ts';

const TOPICS = [
  'Population and Age; All ages; 2012',
  'Population and Age; All ages; 2013',
  'Area and Density; Area; Hectares',
];
const HEADER = `Codes,New Code,Borough,Names,${TOPICS.join(',')}`;
const SECOND = 'Codes,New Code,Borough,Names,2012,2013,Hectares';

function read(lines: string[], header = HEADER) {
  const file = WARD_ATLAS.read(`${[header, SECOND, ...lines].join('\n')}\n`, { now: '2026-04', held: [], about: null });
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

it('is known by its names and its first topic', () => {
  expect(WARD_ATLAS.knows({ kind: 'csv', columns: HEADER.split(',') })).toBe(true);
  expect(WARD_ATLAS.knows({ kind: 'csv', columns: ['Codes', 'New Code', 'Borough', 'Names'] })).toBe(false);
});

it('reads wards, with the City as a borough, and leaves out the second header and the totals', () => {
  const file = read([
    '00AGGF,E05000128,Camden,Belsize,12500,"12,600",81.3',
    '00AA,E09000001,City of London,City of London,7400,n/a,315.1',
    '#1,E12000007,,London,8308369,8440000,159471.9',
  ]);
  expect(
    file.series.map(({ category, areaCode, boundaryVersion, firstMonth }) => [
      category,
      areaCode,
      boundaryVersion,
      firstMonth,
    ]),
  ).toEqual([
    ['ward-atlas/population-and-age/all-ages', 'E05000128', 'wards-2014', '2012-06'],
    ['ward-atlas/area-and-density/area/hectares', 'E05000128', 'wards-2014', '2015-12'],
    ['ward-atlas/population-and-age/all-ages', 'E09000001', 'boroughs-2022', '2012-06'],
    ['ward-atlas/area-and-density/area/hectares', 'E09000001', 'boroughs-2022', '2015-12'],
  ]);
  expect(file.series[0]?.values.at(-1)).toBe(12_600);
  expect(file.series[2]?.values).toEqual([7400]);
  expect(file.refused).toEqual([
    { reason: 'a second header row', count: 1 },
    { reason: 'a total for London, part of it, or a country: no ward or borough', count: 1 },
  ]);
  expect([file.rowsRead, file.rowsUsed]).toEqual([4, 2]);
});

it('gives no value for a figure that is no number, and says where', () => {
  const file = read(['00AGGF,E05000128,Camden,Belsize,=1+1,12600,.']);
  expect(file.series.map(({ firstMonth, values }) => [firstMonth, values])).toEqual([['2013-06', [12_600]]]);
  expect(file.notices).toContainEqual({
    reason: `a figure that is no number, in "${TOPICS[0]}": no value`,
    count: 1,
  });
  expect(file.notices).toContainEqual({ reason: `a figure that is no number, in "${TOPICS[2]}": no value`, count: 1 });
});

it('gives no value for a count below nothing', () => {
  const file = read(['00AGGF,E05000128,Camden,Belsize,-782,12600,.']);
  expect(file.series.map(({ firstMonth, values }) => [firstMonth, values])).toEqual([['2013-06', [12_600]]]);
  expect(file.notices).toContainEqual({
    reason: `a negative figure, in "${TOPICS[0]}", where none can be: no value`,
    count: 1,
  });
});

it('reads the column misprinted 2011/13 as 2012/13', () => {
  const header =
    'Codes,New Code,Borough,Names,Population and Age; All ages; 2012,Crime; Other Notifiable Offences; 2011/13,Crime; Other Notifiable Offences; 2011/12';
  const file = read(['00AGGF,E05000128,Camden,Belsize,12500,8,9'], header);
  expect(file.series[1]).toMatchObject({
    firstMonth: '2012-03',
    values: [9, ...Array.from({ length: 11 }, () => null), 8],
  });
});
