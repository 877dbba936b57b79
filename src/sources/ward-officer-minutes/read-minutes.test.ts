import { expect, it } from 'vitest';
import { CATALOGUE, sumsCategory } from '../../measures/index.ts';
import { readMinutes } from './read-minutes.ts';
import { typeColumns } from './type-columns.ts';
import { WARD_OFFICER_MINUTES } from './ward-officer-minutes.ts';

const HEADER = 'Date,Borough,Abstraction Type_Aid,Abstraction Type_Local Aid,Abstraction Type_Not Abstracted';

function read(header: string, ...rows: string[]) {
  const file = readMinutes(`${[header, ...rows].join('\n')}\n`, '2024-04');
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}
const valuesOf = (file: ReturnType<typeof read>, areaCode: string, category: string) =>
  file.series.find((each) => each.areaCode === areaCode && each.category === category)?.values;

it('reads minutes by type, borough and month; a month without a row has no value', () => {
  const file = read(
    HEADER,
    '2018-05-01,Camden,540.0,60.0,1000.0',
    '2018-07-01,Camden,0.0,0.0,900.0',
    '2018-05-01,Barking And Dagenham,1.0,2.0,3.0',
  );
  expect(file).toMatchObject({ rowsRead: 3, rowsUsed: 3, refused: [], from: '2018-05', to: '2018-07' });
  expect(valuesOf(file, 'E09000007', 'dwo/abstracted/aid')).toEqual([540, null, 0]);
  expect(valuesOf(file, 'E09000007', 'dwo/not-abstracted')).toEqual([1000, null, 900]);
  expect(valuesOf(file, 'E09000002', 'dwo/abstracted/local-aid')).toEqual([2, null, null]);
  expect(file.notices).toEqual([{ reason: 'a borough and month without a row, so without a value', count: 1 }]);
  expect(file.coverage).toContainEqual({
    month: '2018-05',
    publisher: 'dwo',
    boundaryVersion: 'boroughs-2022',
    total: 1606,
  });
});

it.each([
  ['2018-05-02,Camden,1.0,1.0,1.0', 'no first day of a month, written as 2018-05-01'],
  ['01/05/2018,Camden,1.0,1.0,1.0', 'no first day of a month, written as 2018-05-01'],
  ['2024-05-01,Camden,1.0,1.0,1.0', 'a month still to come'],
  ['2018-05-01,Atlantis,1.0,1.0,1.0', 'no London borough'],
  ['2018-05-01,Camden,,1.0,1.0', 'minutes that are no plain number, written as 540.0'],
  ['2018-05-01,Camden,-5.0,1.0,1.0', 'minutes that are no plain number, written as 540.0'],
  ['2018-05-01,Camden,=5,1.0,1.0', 'minutes that are no plain number, written as 540.0'],
])('leaves out %s, and gives the month no value in any type', (line, reason) => {
  const file = read(HEADER, line, '2018-05-01,Islington,1.0,1.0,1.0');
  expect(file).toMatchObject({ rowsRead: 2, rowsUsed: 1, refused: [{ reason, count: 1 }] });
  expect(file.series.map(({ areaCode }) => areaCode)).toEqual(Array(3).fill('E09000019'));
});

it('knows nothing of a borough and month that two rows give differently', () => {
  const twice = read(
    HEADER,
    '2018-05-01,Camden,1.0,1.0,1.0',
    '2018-05-01,Camden,1.0,1.0,2.0',
    '2018-06-01,Camden,1,1,1',
  );
  expect(twice).toMatchObject({ rowsRead: 3, rowsUsed: 1, from: '2018-06' });
  const same = read(HEADER, '2018-05-01,Camden,1.0,1.0,1.0', '2018-05-01,Camden,1.0,1.0,1.0');
  expect(same.refused).toEqual([{ reason: 'given a second time', count: 1 }]);
  expect(valuesOf(same, 'E09000007', 'dwo/not-abstracted')).toEqual([1]);
});

it('counts a type it does not know as abstracted, and says so', () => {
  const file = read(`${HEADER},Abstraction Type_Football`, '2018-05-01,Camden,1.0,2.0,3.0,4.0');
  expect(file.notices).toEqual([
    { reason: 'a type of abstraction without a measure of its own, counted as abstracted: football', count: 1 },
  ]);
  const sumOf = (name: string) => {
    const measure = CATALOGUE.find((each) => each.name === name);
    if (!measure) throw new Error(`no measure ${name}`);
    return file.series.reduce(
      (sum, { category, values }) => sum + (sumsCategory(measure, category) ? (values[0] ?? 0) : 0),
      0,
    );
  };
  expect(sumOf('ward-officer-minutes-abstracted')).toBe(7);
  expect(sumOf('ward-officer-minutes-in-ward')).toBe(3);
  expect(sumOf('ward-officer-minutes')).toBe(10);
});

it('is known by its columns, and refused without the minutes not abstracted', () => {
  const knows = (header: string) => WARD_OFFICER_MINUTES.knows({ kind: 'csv', columns: header.split(',') });
  expect(knows(HEADER)).toBe(true);
  expect(knows('Date,Borough,Minutes')).toBe(false);
  expect(knows('Date,Borough,Abstraction Type_Aid')).toMatchObject({
    refused: expect.stringContaining('Not Abstracted'),
  });
  expect(typeColumns(['Abstraction Type_'])).toEqual([]);
});
