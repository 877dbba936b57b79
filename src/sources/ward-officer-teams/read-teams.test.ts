import { expect, it } from 'vitest';
import { CATALOGUE, sumsCategory } from '../../measures/index.ts';
import { TEXT_SOURCES } from '../text-sources.ts';
import { readMinutes } from '../ward-officer-minutes/read-minutes.ts';
import { readTeams } from './read-teams.ts';
import { WARD_OFFICER_TEAMS } from './ward-officer-teams.ts';

const HEADER = 'Month,BCU,Borough,Borough Code,Team,Abstracted from Duty,Abstraction Type,Abstracted Minutes';
const WITH_WARDS = HEADER.replace('Team,', 'Team,Ward Codes,');

function read(header: string, ...rows: string[]) {
  const file = readTeams(`${[header, ...rows].join('\n')}\n`, '2026-11');
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}
const valuesOf = (file: ReturnType<typeof read>, areaCode: string, category: string) =>
  file.series.find((each) => each.areaCode === areaCode && each.category === category)?.values;

const CAMDEN = [
  '2025-10,CN,Camden,E09000007,Bloomsbury,No,Not Abstracted,9000',
  '2025-10,CN,Camden,E09000007,Bloomsbury,Yes,Training,540',
  '2025-10,CN,Camden,E09000007,Kilburn,No,Not Abstracted,8000',
  '2025-10,CN,Camden,E09000007,Kilburn,Yes,Local Aid,120',
];

it('sums the minutes of a borough’s teams; a type that its month has no row of is none there', () => {
  const file = read(
    HEADER,
    ...CAMDEN,
    '2025-11,CN,Camden,E09000007,Kilburn,No,Not Abstracted,7000',
    '2025-10,CN,Islington,E09000019,Bunhill,No,Not Abstracted,100',
  );
  expect(file).toMatchObject({ rowsRead: 6, rowsUsed: 6, refused: [], from: '2025-10', to: '2025-11' });
  expect(valuesOf(file, 'E09000007', 'dwo/not-abstracted')).toEqual([17000, 7000]);
  expect(valuesOf(file, 'E09000007', 'dwo/abstracted/local-aid')).toEqual([120, 0]);
  expect(valuesOf(file, 'E09000019', 'dwo/abstracted/training')).toEqual([0, null]);
  expect(file.boundaryVersions).toEqual(['boroughs-2022']);
  expect(file.notices).toEqual([{ reason: 'a borough and month without a figure', count: 1 }]);
});

it('comes to the measures that the table by borough comes to', () => {
  const byBorough = readMinutes(
    'Date,Borough,Abstraction Type_Local Aid,Abstraction Type_Not Abstracted,Abstraction Type_Training\n2025-10-01,Camden,120.0,17000.0,540.0\n',
    '2026-11',
  );
  if (byBorough.kind === 'refused') throw new Error(byBorough.because);
  const sums = (series: ReturnType<typeof read>['series']) =>
    CATALOGUE.filter(({ name }) => name.startsWith('ward-officer-minutes')).map((measure) =>
      series
        .filter(({ category }) => sumsCategory(measure, category))
        .reduce((sum, { values }) => sum + (values[0] ?? 0), 0),
    );
  expect(sums(read(HEADER, ...CAMDEN).series)).toEqual(sums(byBorough.series));
  expect(sums(byBorough.series)).toContain(17660);
});

it.each([
  [
    'the workbook’s own names of columns',
    'Month of Abstraction,BCU,Borough,Team,Abstracted From Duty,Abstraction Type,Abstraction Minutes',
    '01/10/2025,CN,Camden Borough,Kilburn,No,Not Abstracted,8000',
  ],
  ['ward codes, one or several', WITH_WARDS, 'Oct-25,CN,Camden,E09000007,Kilburn,"E05013661, E05013662",No,,8000'],
])('reads %s', (_, header, row) => {
  const file = read(header, row);
  expect([file.from, valuesOf(file, 'E09000007', 'dwo/not-abstracted')]).toEqual(['2025-10', [8000]]);
});

it.each(['2025-10', '2025-10-01', '2025-10-01 00:00:00', '01/10/2025', 'October 2025', 'Oct 2025', 'Oct-25'])(
  'reads the month %s',
  (month) => {
    expect(read(HEADER, `${month},CN,Camden,E09000007,Kilburn,No,Not Abstracted,1`).from).toBe('2025-10');
  },
);

it.each([
  [
    '2025-10-02,CN,Camden,E09000007,Kilburn,No,Not Abstracted,1',
    'no month, written as 2024-03, 01/03/2024 or March 2024',
  ],
  ['2025-13,CN,Camden,E09000007,Kilburn,No,Not Abstracted,1', 'no month, written as 2024-03, 01/03/2024 or March 2024'],
  [
    'Mayday 2025,CN,Camden,E09000007,Kilburn,No,Not Abstracted,1',
    'no month, written as 2024-03, 01/03/2024 or March 2024',
  ],
  ['2026-12,CN,Camden,E09000007,Kilburn,No,Not Abstracted,1', 'a month still to come'],
  ['2025-10,CN,Atlantis,,Kilburn,No,Not Abstracted,1', 'no London borough, or a name and a code of different ones'],
  [
    '2025-10,CN,Camden,E09000019,Kilburn,No,Not Abstracted,1',
    'no London borough, or a name and a code of different ones',
  ],
])('leaves out %s alone: it is of no borough and month', (row, reason) => {
  const file = read(HEADER, ...CAMDEN, row);
  expect(file).toMatchObject({ rowsUsed: 4, refused: [{ reason, count: 1 }] });
  expect(valuesOf(file, 'E09000007', 'dwo/not-abstracted')).toEqual([17000]);
});

it.each([
  ['Euston,Perhaps,Training,60', 'an "Abstracted from Duty" that is neither Yes nor No'],
  ['Euston,No,Training,60', 'not abstracted from duty, yet with a type of abstraction'],
  ['Euston,Yes,Not Abstracted,60', 'abstracted from duty without a type of abstraction'],
  ['Euston,Yes,,60', 'abstracted from duty without a type of abstraction'],
  ['Euston,Yes,Training,-60', 'fewer minutes than none'],
  ['Euston,Yes,Training,"1,060"', 'minutes that are no plain number, written as 540'],
  ['Euston,Yes,Training,', 'minutes that are no plain number, written as 540'],
])('knows nothing of a borough and month with the row %s', (rest, reason) => {
  const other = '2025-10,CN,Islington,E09000019,Bunhill,No,Not Abstracted,100';
  const file = read(HEADER, ...CAMDEN, `2025-10,CN,Camden,E09000007,${rest}`, other);
  expect(file.refused).toEqual([
    { reason: 'of a borough and month another row of which cannot be used, so that its sums are not known', count: 4 },
    { reason, count: 1 },
  ]);
  expect(new Set(file.series.map(({ areaCode }) => areaCode))).toEqual(new Set(['E09000019']));
});

it('uses a repeated row once, and nothing of a borough and month where two rows differ', () => {
  const [first = ''] = CAMDEN;
  const same = read(HEADER, ...CAMDEN, first);
  expect(same.refused).toEqual([{ reason: 'given a second time', count: 1 }]);
  expect(valuesOf(same, 'E09000007', 'dwo/not-abstracted')).toEqual([17000]);
  const other = '2025-09,CN,Camden,E09000007,Kilburn,No,Not Abstracted,7000';
  const differ = read(HEADER, ...CAMDEN, first.replace(/9000$/, '9001').replace('Not Abstracted', ''), other);
  expect(differ).toMatchObject({ rowsUsed: 1, to: '2025-09' });
  // Two teams of one name are two teams where their wards differ.
  const two = read(
    WITH_WARDS,
    ...['E05013661', 'E05013662'].map((ward) => `2025-10,CN,Camden,E09000007,Town,${ward},No,,5`),
  );
  expect(valuesOf(two, 'E09000007', 'dwo/not-abstracted')).toEqual([10]);
});

it('takes minutes not abstracted from what was rostered, and refuses sums that contradict it', () => {
  const header = `${HEADER},Rostered Minutes`;
  const training = '2025-10,CN,Camden,E09000007,Kilburn,Yes,Training,540';
  expect(valuesOf(read(header, `${training},9000`), 'E09000007', 'dwo/not-abstracted')).toEqual([8460]);
  const given = '2025-10,CN,Camden,E09000007,Kilburn,No,Not Abstracted';
  expect(valuesOf(read(header, `${training},9000`, `${given},8460,9000`), 'E09000007', 'dwo/not-abstracted')).toEqual([
    8460,
  ]);
  const refusal = (...rows: string[]) => readTeams(`${[header, ...rows].join('\n')}\n`, '2026-11');
  expect(refusal(`${training},539.9`)).toMatchObject({ kind: 'read' });
  for (const rows of [[`${training},500`], [`${training},9000`, `${given},8000,9000`]])
    expect(refusal(...rows)).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('of a team whose minutes do not add up to its rostered minutes'),
    });
  expect(refusal(`${training},9000`, `${given},8460,9001`)).toMatchObject({
    because: expect.stringContaining('of a team whose rows give different rostered minutes'),
  });
});

it('does not take abstracted minutes alone for all minutes', () => {
  const only = `${HEADER}\n2025-10,CN,Camden,E09000007,Kilburn,Yes,Training,540\n`;
  expect(readTeams(only, '2026-11')).toMatchObject({
    kind: 'refused',
    because: expect.stringContaining('of a borough and month without minutes not abstracted'),
  });
});

it('is known by its columns, whatever their capitals, and no other source takes it', () => {
  const kinds = (header: string) =>
    TEXT_SOURCES.filter((each) => each.knows({ kind: 'csv', columns: header.split(',') }) !== false).map(
      ({ kind }) => kind,
    );
  expect(kinds(HEADER)).toEqual(['ward-officer-teams']);
  expect(kinds(WITH_WARDS.toUpperCase())).toEqual(['ward-officer-teams']);
  expect(kinds('Month,Borough,Team')).toEqual([]);
  expect(
    WARD_OFFICER_TEAMS.knows({ kind: 'csv', columns: HEADER.replace('Abstracted from Duty,', '').split(',') }),
  ).toMatchObject({ refused: expect.stringContaining('"Abstracted from Duty"') });
});

it.each([
  ['Kilburn,Maybe,Training,60', 'an "Abstracted from Duty" that is neither Yes nor No'],
  ['Kilburn,Yes,Training,-5', 'fewer minutes than none'],
])('names the line and the words of %s when nothing else can be used', (rest, reason) => {
  const row = `2025-10,CN,Camden,E09000007,${rest}`;
  const refused = readTeams(`${[HEADER, ...CAMDEN, row].join('\n')}\n`, '2026-11');
  const because = 'because' in refused ? refused.because : '';
  expect(because).toContain(`line 6 has ${reason} ("${row}"): correct it or ask whoever made the file`);
  expect(because).not.toContain('download');
});
