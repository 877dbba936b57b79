import { describe, expect, it } from 'vitest';
import { bookFiles, CENTRAL_NORTH_PLACES } from '../../../test/builders/book-places.ts';
import { BOOK_KINDS, KIND_NAMES } from './book-kinds.ts';
import type { Held } from './book-rows.ts';
import { BOOK_CHECKS } from './checks/book-checks.ts';
import { planImport } from './plan-import.ts';
import { readBookFiles } from './read-book-files.ts';

const NOTHING_HELD: Held = {
  rows: {
    units: [],
    posts: [],
    officers: [],
    postings: [],
    absences: [],
    clusters: [],
    budget: [],
    'establishment-changes': [],
    'earlier-allocation': [],
    courses: [],
    training: [],
    assets: [],
    bookings: [],
  },
};

/** A book of every kind of row, with nothing wrong in it. */
const RIGHT: Record<string, string> = {
  'units.csv': `force,unit,borough,first_day,last_day
Metropolitan Police Service,Central North,Camden,2016-11-18,
Metropolitan Police Service,Central North,Islington,2016-11-18,
Metropolitan Police Service,Central East,Hackney,2016-11-18,2019-12-31
Metropolitan Police Service,North East,Hackney,2020-01-01,
`,
  'posts.csv': `reference,title,rank,strand,duty,fte,boroughs,wards,ward_class,first_day,last_day
P1,Dedicated ward officer,Constable,neighbourhoods,ward,1,Islington,Bunhill,floor,2023-01-01,
P2,Sergeant,Sergeant,neighbourhoods,ward,1,,Bunhill|Clerkenwell,,2023-01-01,
P3,Faith Officer,Constable,neighbourhoods,pan-borough,1,Camden:0.5|Islington:0.5,,,2023-01-01,2024-12-31
P4,Old ward officer,Constable,neighbourhoods,ward,1,,Bloomsbury,floor,2020-01-01,2022-05-04
P5,Sergeant,Sergeant,neighbourhoods,ward,1,,Hillrise,,2023-01-01,
P6,Sergeant,Sergeant,neighbourhoods,ward,1,,Bloomsbury,,2023-01-01,
`,
  'officers.csv': `reference,name,rank,first_day,last_day
A,Anna,Constable,2020-01-01,2023-12-31
A,Anna,Sergeant,2024-01-01,
B,Ben,Constable,2020-01-01,
`,
  'postings.csv': `officer,post,fraction,kind,first_day,last_day,returns_on
A,P1,0.5,posting,2023-01-01,2023-12-31,
A,P3,0.5,posting,2023-01-01,2023-12-31,
A,P2,1,posting,2024-01-01,,
B,P3,1,rotation,2024-01-01,2024-06-30,2024-06-30
`,
  'absences.csv': 'officer,kind,first_day,last_day\nB,absent,2024-02-01,2024-03-01\n',
  'clusters.csv': 'name,borough,wards,first_day\nSouth,Islington,Bunhill|Clerkenwell,2023-01-01\n',
  'budget.csv': 'borough,year,rank,fte,first_day\nIslington,Year 1,PCSO,41,2024-01-01\n',
  'changes.csv':
    'reference,title,begins,completes,team,promised\nPP,Public protection uplift,2024-01-01,2024-12-31,Public protection,12\n',
  'earlier.csv': 'name,as_at,ward,officers,pcsos\n2016,2016-04-01,Bunhill,1,1\n',
  'courses.csv':
    'reference,title,required_of_ranks,valid_months,first_day\nVAWG,Violence against women,Constable|PCSO,12,2023-01-01\n',
  'training.csv': 'officer,course,completed_on\nA,VAWG,2024-01-31\n',
  'assets.csv': 'reference,kind,name,borough,first_day\nVAN,vehicle,Van,Camden,2023-01-01\n',
  'bookings.csv':
    'asset,borough,from,until,purpose\nVAN,Camden,2024-03-01 09:00,2024-03-01 12:00,Stall\nVAN,Islington,2024-03-01 12:00,2024-03-01 13:00,School\n',
};

const refusalsOf = (files: Record<string, string>, held = NOTHING_HELD) => {
  const planned = planImport(readBookFiles(bookFiles(files), CENTRAL_NORTH_PLACES), held, CENTRAL_NORTH_PLACES);
  return planned.kind === 'refused' ? planned.refusals : [];
};

it('takes a book of every kind of row that has nothing wrong in it', () => {
  expect(refusalsOf(RIGHT)).toEqual([]);
  const { rows } = readBookFiles(bookFiles(RIGHT), CENTRAL_NORTH_PLACES);
  expect(KIND_NAMES.filter((kind) => rows[kind].length === 0)).toEqual([]);
});

/** What is replaced in one file, the line it is blamed on, and what is said. */
type Broken = [what: string, file: string, from: string, to: string, line: number | null, said: RegExp];

const BROKEN: Broken[] = [
  [
    'borough-in-one-unit',
    'units.csv',
    '2016-11-18,2019-12-31',
    '2016-11-18,2020-01-31',
    5,
    /Hackney of Central East from 2016-11-18 lasts until 2020-01-31, and the .* of North East from 2020-01-01 lasts for good/,
  ],
  [
    'one-force-for-a-unit',
    'units.csv',
    'Service,Central North,Islington',
    'Force,Central North,Islington',
    3,
    /Central North would be of Metropolitan Police Service and of Metropolitan Police Force/,
  ],
  [
    'one-name-for-a-unit',
    'units.csv',
    'North,Islington',
    'north,Islington',
    3,
    /called Central North and Central north/,
  ],
  ['a borough that is none', 'units.csv', 'Camden', 'Kent', 2, /"Kent" is no London borough/],
  ['a borough whose days go backwards', 'units.csv', '2019-12-31', '2015-12-31', 4, /comes before 2016-11-18/],
  [
    'an unknown rank',
    'posts.csv',
    'P1,Dedicated ward officer,Constable',
    'P1,Dedicated ward officer,Constible',
    2,
    /"Constible" is no rank.*mean Constable; known are Police Staff, PCSO/,
  ],
  [
    'an unknown ward',
    'posts.csv',
    'Islington,Bunhill',
    'Islington,Bunhil',
    2,
    /no ward of Central North in wards-2022: did you mean Bunhill/,
  ],
  [
    'an unknown borough',
    'posts.csv',
    '1,Islington,Bunhill',
    '1,Hackney,Bunhill',
    2,
    /"Hackney" is no borough of Central North: write Camden or Islington/,
  ],
  [
    'an unknown strand',
    'posts.csv',
    'P3,Faith Officer,Constable,neighbourhoods',
    'P3,Faith Officer,Constable,neighborhoods',
    4,
    /none of them: did you mean neighbourhoods/,
  ],
  ['officer-double-booked', 'postings.csv', 'A,P3,0.5', 'A,P3,0.75', 3, /posted 1.25 from 2023-01-01, 0.25 too much/],
  [
    'a ward post that goes on after its ward set',
    'posts.csv',
    '2020-01-01,2022-05-04',
    '2020-01-01,',
    5,
    /wards-2014 were in force until 2022-05-04.*from 2022-05-05/,
  ],
  [
    'posting-outside-its-post',
    'postings.csv',
    'B,P3,1,rotation,2024-01-01,2024-06-30',
    'B,P3,1,rotation,2024-01-01,2025-06-30',
    5,
    /outside the days of post P3/,
  ],
  [
    'post-filled-above-itself',
    'postings.csv',
    'B,P3,1,rotation,2024-01-01',
    'B,P3,1,rotation,2023-12-31',
    5,
    /Post P3 would be filled 1.5 from 2023-12-31, and it is 1: A \(0.5\) and B \(1\)/,
  ],
  [
    'sergeant-of-a-third-ward',
    'postings.csv',
    'A,P2,1,posting,2024-01-01,,\n',
    'A,P2,0.5,posting,2024-01-01,,\nA,P5,0.5,posting,2024-03-01,,\n',
    5,
    /Officer A would be sergeant of Bunhill, Clerkenwell and Hillrise from 2024-03-01, and a sergeant has at most 2 wards/,
  ],
  [
    'a sergeant of wards of two boroughs, through two postings',
    'postings.csv',
    'A,P2,1,posting,2024-01-01,,\n',
    'A,P5,0.5,posting,2024-01-01,,\nA,P6,0.5,posting,2024-03-01,,\n',
    5,
    /sergeant of Hillrise and Bloomsbury from 2024-03-01, which lie in two boroughs/,
  ],
  [
    'ward-in-two-clusters',
    'clusters.csv',
    'Clerkenwell,2023-01-01\n',
    'Clerkenwell,2023-01-01\nWest,Islington,Clerkenwell,2024-01-01\n',
    3,
    /Clerkenwell would be in the clusters South, from 2023-01-01 for good, and West, from 2024-01-01 for good,: take it out/,
  ],
  [
    'a course that is valid for longer than anybody lives',
    'courses.csv',
    'Constable|PCSO,12',
    'Constable|PCSO,999999',
    2,
    /no whole number from 1 to 1200/,
  ],
  ['training that ends after the calendar', 'training.csv', '2024-01-31', '2200-06-01', 2, /after the year 2200/],
  [
    'a cell of very many letters',
    'officers.csv',
    'B,Ben,Constable',
    `B,Ben,${'x'.repeat(9000)}`,
    4,
    /^rank: it has more than 2000 letters: shorten it.$/,
  ],
  [
    'a long word that is none',
    'officers.csv',
    'B,Ben,Constable',
    `B,Ben,${'x'.repeat(1900)}`,
    4,
    /^rank: "x{60}…" is no rank/,
  ],
  ['a long ward', 'posts.csv', 'Islington,Bunhill', `Islington,${'y'.repeat(1900)}`, 2, /^wards: "y{60}…" is no ward/],
  [
    'a long reference',
    'postings.csv',
    'A,P2,1',
    `A,${'P'.repeat(1900)},1`,
    4,
    /^There is no post "P{60}…" in the files/,
  ],
  ['a line break in a name', 'officers.csv', 'B,Ben', 'B,"Ben\nBenson"', 4, /^name: it has a line break/],
  ['a mark that turns writing', 'officers.csv', 'B,Ben', 'B,Ben\u202E', 4, /^name: it has a mark that turns/],
  [
    'something in a column without a name',
    'absences.csv',
    'last_day\nB,absent,2024-02-01,2024-03-01',
    'last_day,\nB,absent,2024-02-01,2024-03-01,x',
    2,
    /a column without a name/,
  ],
  [
    'a posting across a boundary change',
    'postings.csv',
    'A,P1,0.5,posting,2023-01-01,2023-12-31,',
    'A,P4,0.5,posting,2020-01-01,2023-12-31,',
    2,
    /split it, and post A from 2022-05-05/,
  ],
  [
    'a third ward for a sergeant',
    'posts.csv',
    'Bunhill|Clerkenwell,,2023',
    'Bunhill|Clerkenwell|Canonbury,,2023',
    3,
    /3 are named and a sergeant has at most 2/,
  ],
  [
    'a second ward for a constable',
    'posts.csv',
    'Islington,Bunhill,floor',
    'Islington,Bunhill|Canonbury,floor',
    2,
    /2 are named and the post of a Constable is in one/,
  ],
  [
    'a sergeant of two boroughs',
    'posts.csv',
    'Bunhill|Clerkenwell,,2023',
    'Bunhill|Bloomsbury,,2023',
    3,
    /lie in two boroughs/,
  ],
  [
    'a shared post whose fractions exceed one',
    'posts.csv',
    'Camden:0.5|Islington:0.5',
    'Camden:0.5|Islington:0.6',
    4,
    /parts come to 1.1/,
  ],
  [
    'a shared post without fractions',
    'posts.csv',
    'Camden:0.5|Islington:0.5',
    'Camden|Islington',
    4,
    /how much of it each has/,
  ],
  [
    'a ward of a borough that has no part',
    'posts.csv',
    '1,Islington,Bunhill',
    '1,Camden,Bunhill',
    2,
    /its ward lies in another borough/,
  ],
  ['a cluster of two boroughs', 'clusters.csv', 'Bunhill|Clerkenwell', 'Bunhill|Bloomsbury', 2, /wards of one borough/],
  [
    'a cluster of two ward sets',
    'clusters.csv',
    'Bunhill|Clerkenwell',
    'Bunhill|E05000366',
    2,
    /is a ward of wards-2014, not of wards-2022/,
  ],
  [
    'a cluster that a new ward set splits',
    'clusters.csv',
    '2023-01-01',
    '2020-01-01',
    2,
    /wards-2014 were in force until 2022-05-04/,
  ],
  [
    'two-ranks-at-a-time',
    'officers.csv',
    '2020-01-01,2023-12-31',
    '2020-01-01,2024-01-31',
    3,
    /would be Constable and Sergeant from 2024-01-01/,
  ],
  ['one-name-for-an-officer', 'officers.csv', 'A,Anna,Sergeant', 'A,Ann,Sergeant', 3, /called Anna and Ann/],
  [
    'a rotation without a return date',
    'postings.csv',
    '2024-06-30,2024-06-30',
    '2024-06-30,',
    5,
    /a rotation has an end/,
  ],
  [
    'a row that stands there twice',
    'budget.csv',
    'Islington,Year 1,PCSO,41,2024-01-01\n',
    'Islington,Year 1,PCSO,41,2024-01-01\nIslington,Year 1,PCSO,40,2024-01-01\n',
    3,
    /stands in line 2 already/,
  ],
  [
    'a column that is missing',
    'budget.csv',
    'borough,year,rank',
    'borough,period,rank',
    1,
    /looks like budget.csv but lacks year and has "period"/,
  ],
  [
    'columns of nothing',
    'assets.csv',
    'reference,kind,name,borough,first_day',
    'a,b,c,d,e',
    1,
    /No file of a book has these columns/,
  ],
  [
    'a column that stands there twice',
    'budget.csv',
    'borough,year,rank,fte',
    'borough,year,rank,rank',
    1,
    /"rank" stands there twice/,
  ],
  ['a date that is none', 'budget.csv', '2024-01-01', '01/01/2024', 2, /is no date: write it as 2026-03-31/],
  ['a day that is not in the calendar', 'budget.csv', '2024-01-01', '2024-02-30', 2, /is no date/],
  [
    'days that go backwards',
    'absences.csv',
    '2024-02-01,2024-03-01',
    '2024-03-01,2024-02-01',
    2,
    /comes before 2024-03-01, the first day/,
  ],
  ['a fraction above one', 'postings.csv', 'A,P2,1,', 'A,P2,1.5,', 4, /no number above 0, at most 1/],
  ['a fraction of nothing', 'postings.csv', 'A,P2,1,', 'A,P2,0,', 4, /no number above 0, at most 1/],
  ['a fraction below nothing', 'postings.csv', 'A,P2,1,', 'A,P2,-1,', 4, /no number above 0, at most 1/],
  ['quotation marks that do not close', 'absences.csv', 'B,absent', 'B,"absent', 2, /quotation marks do not close/],
  [
    'a line with too few fields',
    'absences.csv',
    'B,absent,2024-02-01,2024-03-01',
    'B,absent',
    2,
    /has 2 fields where the header has 4/,
  ],
  ['nobody-of-that-reference', 'postings.csv', 'A,P2,1', 'C,P2,1', 4, /There is no officer "C"/],
  ['a post that is not there', 'postings.csv', 'A,P2,1', 'A,P9,1', 4, /There is no post "P9"/],
  ['a course that is not there', 'training.csv', 'A,VAWG', 'A,XYZ', 2, /There is no course "XYZ"/],
  ['an asset that is not there', 'bookings.csv', 'VAN,Islington', 'CAR,Islington', 3, /There is no asset "CAR"/],
  [
    'absence-without-posting',
    'absences.csv',
    '2024-02-01,2024-03-01',
    '2025-02-01,2025-03-01',
    2,
    /posted nowhere from 2025-02-01/,
  ],
  [
    'bookings-overlap',
    'bookings.csv',
    '2024-03-01 12:00,2024-03-01 13:00',
    '2024-03-01 11:00,2024-03-01 13:00',
    3,
    /booked twice: for Stall and for School/,
  ],
  [
    'a booking at a time that the clock skips',
    'bookings.csv',
    '2024-03-01 12:00,2024-03-01 13:00',
    '2024-03-31 01:15,2024-03-31 03:00',
    3,
    /"2024-03-31 01:15" never comes/,
  ],
  [
    'booking-outside-its-asset',
    'bookings.csv',
    '2024-03-01 12:00,2024-03-01 13:00',
    '1999-03-01 12:00,1999-03-01 13:00',
    3,
    /on 1999-03-01, when it is not there/,
  ],
  [
    'a booking that ends before it starts',
    'bookings.csv',
    '2024-03-01 12:00,2024-03-01 13:00',
    '2024-03-01 14:00,2024-03-01 13:00',
    3,
    /does not come after the start/,
  ],
  [
    'a pan-borough post with a ward',
    'posts.csv',
    'neighbourhoods,ward,1,Islington,Bunhill,floor',
    'neighbourhoods,pan-borough,1,Islington,Bunhill,',
    2,
    /a post with a ward is a ward post/,
  ],
  ['an empty name', 'officers.csv', 'B,Ben', 'B,', 4, /name: it is empty/],
  ['text that is none', 'officers.csv', 'B,Ben', 'B,B\0n', 4, /characters that are none/],
  [
    'training that ends before it was completed',
    'training.csv',
    'completed_on\nA,VAWG,2024-01-31',
    'completed_on,last_valid_day\nA,VAWG,2024-01-31,2024-01-01',
    2,
    /comes before it was completed/,
  ],
  [
    'a change that ends before it begins',
    'changes.csv',
    '2024-01-01,2024-12-31',
    '2024-12-31,2024-01-01',
    2,
    /comes before it begins/,
  ],
  [
    'an empty file',
    'budget.csv',
    'borough,year,rank,fte,first_day\nIslington,Year 1,PCSO,41,2024-01-01\n',
    '',
    null,
    /It is empty/,
  ],
];

describe('each of these alone is refused, with its file, its line and what to do', () => {
  it.each(BROKEN)('%s', (_, file, from, to, line, said) => {
    const right = RIGHT[file] ?? '';
    expect(right).toContain(from);
    expect(refusalsOf({ ...RIGHT, [file]: right.replace(from, to) })).toEqual([
      { file, line, sentence: expect.stringMatching(said) },
    ]);
  });

  it('has one for every check of the book', () => {
    const names = BOOK_CHECKS.map(({ name }) => name);
    expect(names.filter((name) => !BROKEN.some(([what]) => what === name))).toEqual([]);
  });

  it('a file that is not UTF-8', () => {
    const read = readBookFiles([{ name: 'posts.csv', text: null }], CENTRAL_NORTH_PLACES);
    expect(read.refusals).toEqual([
      { file: 'posts.csv', line: null, sentence: 'It is not UTF-8: save it as "CSV UTF-8" and import it again.' },
    ]);
  });

  it('no file at all', () => {
    expect(refusalsOf({})).toEqual([expect.objectContaining({ sentence: expect.stringContaining('no CSV file') })]);
  });

  it('a book of another unit', () => {
    const about = 'name,unit,synthetic\nBook,Central East,no\n';
    expect(refusalsOf({ 'book.csv': about })).toEqual([
      expect.objectContaining({ file: 'book.csv', line: 2, sentence: expect.stringContaining('not of Central North') }),
    ]);
  });
});

it('names every bad line at once, in order, and blames nothing that only follows from one', () => {
  const files = {
    ...RIGHT,
    'officers.csv': (RIGHT['officers.csv'] ?? '').replace('B,Ben,Constable', 'B,Ben,Cunstable'),
    'budget.csv': (RIGHT['budget.csv'] ?? '').replace('41', 'many'),
  };
  expect(refusalsOf(files).map(({ file, line }) => [file, line])).toEqual([
    ['budget.csv', 2],
    ['officers.csv', 4],
  ]);
});

it('counts what is held already: of a posting in the file and one in the records', () => {
  const { rows } = readBookFiles(bookFiles(RIGHT), CENTRAL_NORTH_PLACES);
  const held = {
    ...NOTHING_HELD,
    rows: Object.fromEntries(KIND_NAMES.map((kind) => [kind, rows[kind].map(({ row }) => row)])),
  } as unknown as Held;
  const files = { 'more.csv': 'officer,post,fraction,first_day\nA,P1,0.1,2024-06-01\n' };
  expect(refusalsOf(files, held)).toEqual([
    expect.objectContaining({
      file: 'more.csv',
      line: 2,
      sentence: expect.stringContaining('posted 1.1 from 2024-06-01'),
    }),
  ]);
  const shorter = {
    'less.csv': `${(RIGHT['posts.csv'] ?? '').split('\n')[0]}\nP2,Sergeant,Sergeant,neighbourhoods,ward,1,,Bunhill|Clerkenwell,,2023-01-01,2024-06-30\n`,
  };
  expect(refusalsOf(shorter, held)).toEqual([
    expect.objectContaining({
      file: 'less.csv',
      line: 2,
      sentence: expect.stringContaining('outside the days of post P2'),
    }),
  ]);
});

it('does not give a post that has postings another ward or rank, nor less than its postings', () => {
  const { rows } = readBookFiles(bookFiles(RIGHT), CENTRAL_NORTH_PLACES);
  const heldRows = Object.fromEntries(KIND_NAMES.map((kind) => [kind, rows[kind].map(({ row }) => row)]));
  const held = { ...NOTHING_HELD, rows: heldRows } as unknown as Held;
  const header = (RIGHT['posts.csv'] ?? '').split('\n')[0];
  const said = (line: string) =>
    refusalsOf({ 'posts.csv': `${header}\n${line}\n` }, held).map(({ line: number, sentence }) => [number, sentence]);
  const p1 = 'P1,Dedicated ward officer,Constable,neighbourhoods,ward,1,Islington,Bunhill,floor,2023-01-01,';
  expect(said(p1)).toEqual([]);
  expect(said(p1.replace('Dedicated', 'The'))).toEqual([]);
  expect(said(p1.replace('Bunhill', 'Hillrise'))).toEqual([
    [2, expect.stringMatching(/Post P1 has postings, and with another ward .* end it, and add another post/)],
  ]);
  expect(said(p1.replace('Constable', 'PCSO').replace('Bunhill', 'Hillrise'))).toEqual([
    [2, expect.stringContaining('with another rank and ward')],
  ]);
  expect(said(p1.replace('ward,1,', 'ward,0.2,'))).toEqual([
    [2, expect.stringContaining('Post P1 would be filled 0.5 from 2023-01-01, and it is 0.2: A (0.5)')],
  ]);
  const free = 'P5,Sergeant,Sergeant,neighbourhoods,ward,1,,Canonbury,,2023-01-01,';
  expect(said(free)).toEqual([]);
});

it('reads a file whose header a spreadsheet has left empty at its end, and says what old line ends are', () => {
  const padded = (RIGHT['budget.csv'] ?? '').replaceAll('\n', ',,\n');
  expect(refusalsOf({ ...RIGHT, 'budget.csv': padded })).toEqual([]);
  expect(refusalsOf({ 'budget.csv': (RIGHT['budget.csv'] ?? '').replaceAll('\n', '\r') })).toEqual([
    { file: 'budget.csv', line: 1, sentence: expect.stringContaining('carriage return alone') },
  ]);
});

it('takes a reference for the same one in either form of Unicode', () => {
  const header = 'reference,name,rank,first_day,last_day\n';
  const officers = `${header}CAFE\u0301,Zoe,Constable,2020-01-01,\nCAF\u00C9,Zoe,Constable,2020-01-01,\n`;
  expect(refusalsOf({ 'officers.csv': officers })).toEqual([
    expect.objectContaining({ line: 3, sentence: expect.stringContaining('stands in line 2 already') }),
  ]);
});

it('gives training without an end the one its course says, a year to the day', () => {
  const planned = planImport(readBookFiles(bookFiles(RIGHT), CENTRAL_NORTH_PLACES), NOTHING_HELD, CENTRAL_NORTH_PLACES);
  expect(planned.kind === 'ready' && planned.differences.training.added[0]?.row.expiresOn).toBe('2025-01-31');
});

it('knows a file by its columns in any order, with a byte order mark, capitals and blank lines', () => {
  const read = readBookFiles(
    [
      {
        name: 'whatever.txt',
        text: '\uFEFFFirst_day,FTE,Rank,Year,Borough\r\n\r\n2024-01-01,41,pcso,Year 1,london borough of islington\r\n,,,,\r\n',
      },
    ],
    CENTRAL_NORTH_PLACES,
  );
  expect(read.refusals).toEqual([]);
  expect(read.rows.budget.map(({ row }) => BOOK_KINDS.budget.write(row, CENTRAL_NORTH_PLACES))).toEqual([
    ['Islington', 'Year 1', 'PCSO', '41', '2024-01-01', '', ''],
  ]);
});
