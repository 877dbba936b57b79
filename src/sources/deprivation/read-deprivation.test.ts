import { expect, it } from 'vitest';
import { readDeprivation } from './read-deprivation.ts';

const OLDER = 'lsoa11_code,IMD_decile,Crime_decile,IMD_rank,Crime_rank';
const NEWER = 'lsoa21_code,IMD_decile,IMD_rank,IMD_score';

function read(lines: string[]) {
  const file = readDeprivation(`${lines.join('\n')}\n`, '2026-04');
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

it('reads ranks and deciles of 2019, and who is in the most deprived fifth', () => {
  const file = read([OLDER, 'E01000907,2.0,9.0,6341.0,29199.0', 'E01000908,3.0,1.0,6569.0,1.0']);
  expect(file.series.map(({ category, areaCode, values }) => [areaCode, category, values[0]])).toEqual([
    ['E01000907', 'imd-2019/imd-decile', 2],
    ['E01000907', 'imd-2019/crime-decile', 9],
    ['E01000907', 'imd-2019/imd-rank', 6341],
    ['E01000907', 'imd-2019/crime-rank', 29_199],
    ['E01000907', 'imd-2019/most-deprived-fifth', 1],
    ['E01000908', 'imd-2019/imd-decile', 3],
    ['E01000908', 'imd-2019/crime-decile', 1],
    ['E01000908', 'imd-2019/imd-rank', 6569],
    ['E01000908', 'imd-2019/crime-rank', 1],
    ['E01000908', 'imd-2019/most-deprived-fifth', 0],
  ]);
  expect(file).toMatchObject({ from: '2019-09', boundaryVersions: ['lsoas-2011'], rowsUsed: 2 });
});

it('reads scores of 2025, negative ones too', () => {
  const file = read([NEWER, 'E01000001,8.0,26525.0,-1.771']);
  expect(file.series.find(({ category }) => category === 'imd-2025/imd-score')).toMatchObject({
    publisher: 'imd-2025',
    boundaryVersion: 'lsoas-2021',
    firstMonth: '2025-10',
    values: [-1.771],
  });
});

it.each([
  ['E01000907,3.0,9.0,6341.0,29199.0', 'a decile that is not that of its rank'],
  ['E01000907,11.0,9.0,6341.0,29199.0', 'a decile that is not from 1 to 10'],
  ['E01000907,2.0,9.0,6341.0,32845.0', 'a rank that is not from 1 to 32,844'],
  ['E01000907,2.0,9.0,6341.5,29199.0', 'a rank that is no whole number'],
  ['E01000907,,9.0,6341.0,29199.0', 'a decile that is no whole number'],
  ['E09000007,2.0,9.0,6341.0,29199.0', 'no code of an English LSOA such as E01000907'],
])('leaves out %s: %s', (line, reason) => {
  const file = read([OLDER, line, 'E01000001,9.0,10.0,29199.0,32662.0']);
  expect(file.refused).toEqual([{ reason, count: 1 }]);
  expect(file.rowsUsed).toBe(1);
});

it('refuses an edition still to come', () => {
  expect(readDeprivation(`${NEWER}\nE01000001,8.0,26525.0,8.742\n`, '2025-09')).toMatchObject({
    because: expect.stringContaining('still to come'),
  });
});
