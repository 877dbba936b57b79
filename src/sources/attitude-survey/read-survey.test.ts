import { expect, it } from 'vitest';
import { readQuarter } from './read-quarter.ts';
import { readShare } from './read-share.ts';
import { readSurvey } from './read-survey.ts';
import { surveyBorough } from './survey-borough.ts';

const HEADER = 'Date,Survey,Borough,Measure,Proportion,MPS,,';
const row = (date: string, borough: string, share: string, force = '"0,7"', question = 'Trust MPS', survey = 'PAS') =>
  `${date},${survey},${borough},${question},"${share}",${force},,`;

function read(...rows: string[]) {
  const file = readSurvey(`${[HEADER, ...rows].join('\n')}\n`, '2024-01');
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}
const valuesOf = (file: ReturnType<typeof read>, areaCode: string) =>
  file.series.find((each) => each.areaCode === areaCode)?.values;

it('puts each quarter at its last month, for the borough and for the force', () => {
  const file = read(
    row('30/6/2023', 'Camden', '0,56'),
    row('30/09/2023', 'Camden', '0,5', '"0,71"'),
    row('30/6/2023', 'City of Westminster', '1'),
  );
  expect(file).toMatchObject({ rowsRead: 3, rowsUsed: 3, refused: [], notices: [], from: '2023-06', to: '2023-09' });
  expect(file.series.map(({ category, publisher }) => [category, publisher])).toEqual(
    Array(3).fill(['pas/trust-mps', 'pas']),
  );
  expect(valuesOf(file, 'E09000007')).toEqual([0.56, null, null, 0.5]);
  expect(valuesOf(file, 'E09000033')).toEqual([1, null, null, null]);
  expect(valuesOf(file, 'E23000001')).toEqual([0.7, null, null, 0.71]);
});

it('reads a question with quotation marks in its name', () => {
  const file = read(row('30/6/2023', 'Camden', '0,56', '"0,7"', '"""Good Job"" local"'));
  expect(file.series[0]?.category).toBe('pas/good-job-local');
  expect(file.notices).toEqual([]);
});

it('has no value for the force where rows of a quarter differ', () => {
  const file = read(
    row('30/6/2023', 'Camden', '0,56'),
    row('30/6/2023', 'Barnet', '0,5', '"0,8"'),
    row('30/9/2023', 'Camden', '0,5', '"0,71"'),
  );
  expect(valuesOf(file, 'E23000001')).toEqual([null, null, null, 0.71]);
  expect(file.notices).toEqual([
    {
      reason:
        'a quarter and question whose figure for the whole force is not one share that all rows give: no value for the force',
      count: 1,
    },
  ]);
});

it('has no value where rows of a borough differ, and uses one of two that are the same', () => {
  const file = read(
    row('30/6/2023', 'Richmond upon Thames', '0,56'),
    row('30/6/2023', 'Richmond Upon Thames', '0,57'),
    row('30/6/2023', 'Camden', '0,5'),
    row('30/6/2023', 'Camden', '0,5'),
    row('30/6/2023', 'Barnet', '0,5'),
    row('30/6/2023', 'Barnet', '50'),
  );
  expect(file).toMatchObject({ rowsRead: 6, rowsUsed: 1 });
  expect(file.series.map(({ areaCode }) => areaCode)).toEqual(['E09000007', 'E23000001']);
  expect(Object.fromEntries(file.refused.map(({ reason, count }) => [reason, count]))).toEqual({
    'given again with other figures, so none of them is used': 3,
    'given a second time': 1,
    'no share from 0 to 1, written as 0,56': 1,
  });
});

it.each([
  [row('31/6/2023', 'Camden', '0,5'), 'no last day of a quarter, written as 31/3/2015'],
  [row('31/3/2024', 'Camden', '0,5'), 'a quarter still to come'],
  [row('30/6/2023', 'Atlantis', '0,5'), 'no London borough'],
  [row('30/6/2023', 'constructor', '0,5'), 'no London borough'],
  [row('30/6/2023', 'Camden', '0,5', '"0,7"', ''), 'no question'],
  [
    row('30/6/2023', 'Camden', '0,5', '"0,7"', 'Trust MPS', 'USS'),
    'a survey other than the Public Attitude Survey (PAS)',
  ],
  [row('30/6/2023', 'Camden', '1,5'), 'no share from 0 to 1, written as 0,56'],
  [row('30/6/2023', 'Camden', '=1'), 'no share from 0 to 1, written as 0,56'],
  ['30/6/2023,PAS,Camden', 'a number of columns that is not the header’s'],
])('leaves out %s', (line, reason) => {
  const file = read(line, row('30/6/2023', 'Barnet', '0,5'));
  expect(file.refused).toEqual([{ reason, count: 1 }]);
  expect(file.refusedRows).toEqual([{ line: 2, reason, text: line }]);
  expect(valuesOf(file, 'E09000007')).toBeUndefined();
});

it('names stray cells with their line, and questions without a measure', () => {
  const file = read(row('30/6/2023', 'Camden', '0,5'), '30/6/2023,PAS,Barnet,Fear of dogs,"0,5","0,7",Trust,"0,71"');
  expect(file.notices).toEqual([
    { reason: 'cells in columns without a name, not used: "Trust", "0,71" on line 3', count: 2 },
    { reason: 'a question no measure holds yet: fear-of-dogs', count: 1 },
  ]);
});

it('refuses a file without a row that can be used', () => {
  expect(readSurvey(`${HEADER}\n${row('30/6/2023', 'Atlantis', '0,5')}\n`, '2024-01')).toEqual({
    kind: 'refused',
    because: 'has no row that can be used (no London borough): download it again',
  });
});

it.each([
  ['0,56', 0.56],
  ['0', 0],
  ['1', 1],
  ['1,0', 1],
  ['0.56', 0.56],
  ['1,01', null],
  ['56', null],
  ['-0,1', null],
  ['0,5%', null],
  ['', null],
  ['5e-1', null],
])('reads the share %s as %s', (text, share) => {
  expect(readShare(text)).toBe(share);
});

it.each([
  ['31/3/2015', '2015-03'],
  ['30/06/2015', '2015-06'],
  ['31/12/2014', '2014-12'],
  ['3/31/2015', null],
  ['31/01/2015', null],
  ['31/06/2015', null],
  ['30/00/2015', null],
  ['2015-03-31', null],
  ['31/3/0015', null],
])('reads the day %s as %s', (text, month) => {
  expect(readQuarter(text)).toBe(month);
});

it.each([
  ['City of Westminster', 'E09000033'],
  ['Barking & Dagenham', 'E09000002'],
  ['Kensington & Chelsea', 'E09000020'],
  ['Hammersmith', 'E09000013'],
  ['Richmond Upon Thames', 'E09000027'],
  ['MPS', undefined],
])('knows %s', (name, code) => {
  expect(surveyBorough(name)?.code).toBe(code);
});
