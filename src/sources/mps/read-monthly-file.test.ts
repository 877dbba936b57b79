import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../../measures/index.ts';
import { readMonthlyFile } from './read-monthly-file.ts';

const NOW: Month = '2026-04';

function read(lines: string[], level: 'ward' | 'borough') {
  const file = readMonthlyFile(`${lines.join('\n')}\n`, level, [], NOW);
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

function values(series: readonly CategorySeries[], areaCode: string, category: string) {
  return series.find((each) => each.areaCode === areaCode && each.category === category)?.values;
}

const WARD_HEADER = 'MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202401,202402';

it('makes a run for each area and offence, zero where a file that covers the month has no row', () => {
  const file = read(
    [
      WARD_HEADER,
      'THEFT,SHOPLIFTING,Barnsbury,E05013698,Islington,3,4',
      'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Belsize,E05013652,Camden,1,0',
    ],
    'ward',
  );
  expect(file).toMatchObject({ rowsRead: 2, rowsUsed: 2, refused: [], from: '2024-01', to: '2024-02' });
  expect(file.boundaryVersions).toEqual(['wards-2022']);
  expect(values(file.series, 'E05013698', 'mps/theft/shoplifting')).toEqual([3, 4]);
  expect(values(file.series, 'E05013652', 'mps/theft/shoplifting')).toEqual([0, 0]);
  expect(file.coverage.map(({ month, total }) => [month, total])).toEqual([
    ['2024-01', 4],
    ['2024-02', 4],
  ]);
});

it('tells the older wards by their codes, and refuses rows of the other set', () => {
  const file = read(
    [
      WARD_HEADER,
      'THEFT,SHOPLIFTING,Swiss Cottage,E05000144,Camden,1,1',
      'THEFT,SHOPLIFTING,Bunhill,E05000367,Islington,1,1',
      'THEFT,SHOPLIFTING,Belsize,E05013652,Camden,9,9',
    ],
    'ward',
  );
  expect(file.boundaryVersions).toEqual(['wards-2014']);
  expect(file.refused).toEqual([{ reason: 'a ward of another boundary set than the rest of the file', count: 1 }]);
});

it('adds the two rows of a ward that two commands police, and refuses a true repeat', () => {
  const file = read(
    [
      WARD_HEADER,
      'THEFT,SHOPLIFTING,Barnsbury,E05013698,Islington,3,4',
      'THEFT,SHOPLIFTING,Barnsbury,E05013698,Aviation Security (SO18),1,0',
      'THEFT,SHOPLIFTING,Barnsbury,E05013698,Islington,3,4',
    ],
    'ward',
  );
  expect(values(file.series, 'E05013698', 'mps/theft/shoplifting')).toEqual([4, 4]);
  expect(file.refused).toEqual([{ reason: 'given a second time', count: 1 }]);
});

it('keeps what is in no borough apart, and counts it', () => {
  const file = read(
    [
      'MajorText,MinorText,BoroughName,202401',
      'Theft,Shoplifting,Islington,5',
      'Theft,Shoplifting,Unknown,2',
      'Theft,Shoplifting,London Heathrow and London City Airports,1',
    ],
    'borough',
  );
  expect(values(file.series, 'E09000019', 'mps/theft/shoplifting')).toEqual([5]);
  expect(values(file.series, 'unknown', 'mps/theft/shoplifting')).toEqual([2]);
  expect(file.series.find(({ areaCode }) => areaCode === 'unknown')?.boundaryVersion).toBe('unplaced');
  expect(file.notices).toEqual([{ reason: 'an area that is no borough, kept apart as not placed', count: 2 }]);
});

it('refuses rows it cannot trust, by reason', () => {
  const file = read(
    [
      WARD_HEADER,
      'THEFT,SHOPLIFTING,Barnsbury,E05013698,Islington,3,4',
      'THEFT,SHOPLIFTING,Belsize,E05013652,Camden,,1',
      'THEFT,SHOPLIFTING,Bloomsbury,E05013653,Camden,-1,1',
      'THEFT,SHOPLIFTING,Camden Town,E05013655,Camden,1.5,1',
      'THEFT,SHOPLIFTING,Bunhill,E05013699,Islington,"1,234",1',
      'THEFT,SHOPLIFTING,Nowhere,W05000001,Islington,1,1',
      ',,Laycock,E05013708,Islington,1,1',
      'THEFT,SHOPLIFTING,Mildmay,E05013709,Islington,1',
      'THEFT,"SHOPLIFTING,Mildmay,E05013709,Islington,1,1',
    ],
    'ward',
  );
  expect(Object.fromEntries(file.refused.map(({ reason, count }) => [reason, count]))).toEqual({
    'a month has no value': 1,
    'a month has a negative value': 1,
    'a month is not a whole number': 2,
    'no ward code such as E05013669': 1,
    'no offence category': 1,
    'a number of columns that is not the header’s': 2,
  });
  expect(file.rowsRead).toBe(file.rowsUsed + 8);
});

it('keeps the line and the text of each row left out, also after a field with a line break', () => {
  const file = read(
    [
      WARD_HEADER,
      '"THEFT\n",SHOPLIFTING,Barnsbury,E05013698,Islington,3,4',
      'THEFT,SHOPLIFTING,Belsize,E05013652,Camden,,1',
      'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Belsize,E05013652,Camden,1,1',
    ],
    'ward',
  );
  expect(file.refusedRows).toEqual([
    { line: 4, reason: 'a month has no value', text: 'THEFT,SHOPLIFTING,Belsize,E05013652,Camden,,1' },
  ]);
});

const [BARNSBURY, BELSIZE, LAYCOCK] = ['E05013698', 'E05013652', 'E05013708'];
const [SHOPLIFTING, ROBBERY] = ['mps/theft/shoplifting', 'mps/robbery/robbery-of-personal-property'];
const WHOLE = [
  WARD_HEADER,
  'THEFT,SHOPLIFTING,Barnsbury,E05013698,Islington,3,4',
  'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Belsize,E05013652,Camden,1,0',
  'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Laycock,E05013708,Islington,2,2',
];
const including = (row: string) => read([...WHOLE.slice(0, 2), row, ...WHOLE.slice(2)], 'ward');

it.each([
  ['a value that is none', 'THEFT,SHOPLIFTING,Belsize,E05013652,Camden,5,x'],
  ['a value too few', 'THEFT,SHOPLIFTING,Belsize,E05013652,Camden,5'],
  ['a second row that says otherwise', 'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Laycock,E05013708,Islington,2,3'],
])('has no value, rather than none, for the area and offence of a row with %s', (_, row) => {
  const { series, notices, coverage } = including(row);
  const [area, category] = row.includes('Belsize') ? [BELSIZE, SHOPLIFTING] : [LAYCOCK, ROBBERY];
  expect(values(series, area, category)).toEqual([null, null]);
  expect(values(series, BARNSBURY, SHOPLIFTING)).toEqual([3, 4]);
  expect(values(series, BARNSBURY, ROBBERY)).toEqual([0, 0]);
  const totals = { Laycock: [4, 4], Belsize: [6, 6] }[area === LAYCOCK ? 'Laycock' : 'Belsize'];
  expect(coverage.map(({ total }) => total)).toEqual(totals);
  expect(notices).toEqual([
    { reason: 'an area and offence without a value, because a row left out states it or may do so', count: 1 },
  ]);
});

it('keeps an area and an offence that only a row left out names, without a value', () => {
  const { series } = including('DRUGS,POSSESSION OF DRUGS,Bunhill,E05013699,Islington,,');
  expect(values(series, 'E05013699', 'mps/drugs/possession-of-drugs')).toEqual([null, null]);
  expect(values(series, 'E05013699', SHOPLIFTING)).toEqual([0, 0]);
  expect(values(series, BARNSBURY, 'mps/drugs/possession-of-drugs')).toEqual([0, 0]);
});

it('takes nothing for none that a row left out may state, when its area or its offence cannot be told', () => {
  const noArea = including('THEFT,SHOPLIFTING,Belsize,,Camden,5,5').series;
  expect(values(noArea, BELSIZE, SHOPLIFTING)).toEqual([null, null]);
  expect(values(noArea, LAYCOCK, SHOPLIFTING)).toEqual([null, null]);
  expect(values(noArea, BARNSBURY, ROBBERY)).toEqual([0, 0]);
  const noOffence = including(',,Laycock,E05013708,Islington,5,5').series;
  expect(values(noOffence, LAYCOCK, SHOPLIFTING)).toEqual([null, null]);
  expect(values(noOffence, BELSIZE, SHOPLIFTING)).toEqual([0, 0]);
  const nothing = including('THEFT,"SHOPLIFTING,Belsize,E05013652,Camden,5,5').series;
  expect(values(nothing, LAYCOCK, SHOPLIFTING)).toEqual([null, null]);
  expect(values(nothing, BARNSBURY, SHOPLIFTING)).toEqual([3, 4]);
});

it.each([
  [`THEFT,${'S'.repeat(201)},Belsize,E05013652,Camden,5,5`, BELSIZE],
  [`THEFT,SHOPLIFTING,${'B'.repeat(201)},E05013652,Camden,5,5`, BELSIZE],
])('leaves out a row with a name too long to be one, and doubts what it may state', (row, area) => {
  const { refused, series } = including(row);
  expect(refused).toEqual([{ reason: 'a field longer than 200 letters', count: 1 }]);
  expect(values(series, area, SHOPLIFTING)).toEqual([null, null]);
  expect(series.every(({ category }) => category.length < 100)).toBe(true);
});

it('lets a row left out that states nothing leave no doubt', () => {
  for (const row of [',,,,,,', ',,', WHOLE[1] ?? '', 'THEFT,SHOPLIFTING,Swiss Cottage,E05000144,Camden,1,1']) {
    const { series, notices, refused } = including(row);
    expect(refused).toHaveLength(1);
    expect(notices).toEqual([]);
    expect(values(series, LAYCOCK, SHOPLIFTING)).toEqual([0, 0]);
  }
});

it.each([
  ['a field', 'THEFT,SHOPLIFTING,Belsize,E05013652,Camden,5'],
  ['a word', 'THE'],
  ['quotation marks', 'THEFT,"SHOPLIF'],
])('refuses a file that was cut off in %s of its last row', (_, row) => {
  expect(readMonthlyFile([...WHOLE, row].join('\n'), 'ward', [], NOW)).toEqual({
    kind: 'refused',
    because: 'ends in a row that is cut short, so more may be lacking: download it again',
  });
});

it.each(['000001', '199912', '202605', '999912'])(
  'refuses a month column %s, before 2000 or still to come',
  (month) => {
    const lines = `MajorText,MinorText,BoroughName,202604,${month}\nTheft,Shoplifting,Camden,4,4\n`;
    expect(readMonthlyFile(lines, 'borough', [], NOW)).toEqual({
      kind: 'refused',
      because: `has a column "${month}", which is no month from January 2000 to April 2026: download it again`,
    });
  },
);

it('keeps a month the file leaves out as a gap, whatever the order of the columns', () => {
  const file = read(['MajorText,MinorText,BoroughName,202404,202401', 'Theft,Shoplifting,Camden,4,1'], 'borough');
  expect(file.series[0]).toMatchObject({ firstMonth: '2024-01', values: [1, null, null, 4] });
  expect(file.coverage.map(({ month }) => month)).toEqual(['2024-01', '2024-04']);
});

it('counts offences that no measure sums', () => {
  const file = read(['MajorText,MinorText,BoroughName,202401', 'Cyber,Extortion,Camden,4'], 'borough');
  expect(file.notices).toEqual([{ reason: 'an offence no measure counts yet: extortion', count: 1 }]);
});

it.each([
  [['MajorText,MinorText,BoroughName,202413', 'Theft,Shoplifting,Camden,4'], 'no month'],
  [['MajorText,MinorText,BoroughName,202401'], 'no rows'],
  [['MajorText,MinorText,BoroughName,202401', 'Theft,Shoplifting,Camden,x'], 'no row that can be used'],
])('refuses a file with %j', (lines, reason) => {
  expect(readMonthlyFile(lines.join('\n'), 'borough', [], NOW)).toMatchObject({
    because: expect.stringContaining(reason),
  });
});

it('refuses a ward file whose codes belong to no set it knows', () => {
  const lines = [WARD_HEADER, 'THEFT,SHOPLIFTING,Somewhere,E05099999,Elsewhere,3,4'].join('\n');
  expect(readMonthlyFile(lines, 'ward', [], NOW)).toMatchObject({
    because: expect.stringContaining('import the boundaries'),
  });
  expect(readMonthlyFile(lines, 'ward', [{ version: 'wards-2022', codes: new Set(['E05099999']) }], NOW).kind).toBe(
    'read',
  );
});
