import { describe, expect, it } from 'vitest';
import type { ReadContext } from '../text-source.ts';
import { BROAD_GROUPS } from './census-figures.ts';
import { ETHNICITY } from './ethnicity-sources.ts';

const CONTEXT: ReadContext = { now: '2026-04', held: [], about: null };
const LONG = 'lsoa21_code,total_residents,ethnic_group,n,prop';
const WIDE = `LAD24NM,WD24CD,WD24NM,${BROAD_GROUPS.map((group) => `"${group}"`).join(',')}`;

function read(lines: string[]) {
  const file = ETHNICITY.read(`${lines.join('\n')}\n`, CONTEXT);
  if (file.kind === 'refused') throw new Error(file.because);
  const values = (area: string, slug: string) =>
    file.series.find(({ areaCode, category }) => areaCode === area && category === `census-2021/${slug}`)?.values[0];
  return { file, values };
}

const rows = (code: string, total: string, counts: string[]) =>
  BROAD_GROUPS.map((group, at) => `${code},${total},"${group}",${counts[at] ?? ''},0.1`);

describe('by LSOA', () => {
  it('reads each group, and the total once, at the month of the census', () => {
    const { file, values } = read([LONG, ...rows('E01000907', '15.0', ['1.0', '2.0', '3.0', '4.0', '5.0'])]);
    expect(values('E01000907', 'residents')).toBe(15);
    expect(values('E01000907', 'ethnicity/asian-asian-british-or-asian-welsh')).toBe(1);
    expect(values('E01000907', 'ethnicity/white')).toBe(4);
    expect(file).toMatchObject({
      rowsRead: 5,
      rowsUsed: 5,
      notices: [],
      from: '2021-03',
      boundaryVersions: ['lsoas-2021'],
    });
  });

  it('says when groups do not sum to the total, and when rows disagree on it', () => {
    const groups = ['1', '2', '3', '4', '5'];
    expect(read([LONG, ...rows('E01000907', '16', groups)]).file.notices).toEqual([
      { reason: 'an LSOA whose groups do not sum to its total: both are kept as published', count: 1 },
    ]);
    const [first = '', ...others] = rows('E01000907', '15', groups);
    const { file, values } = read([LONG, first.replace(',15,', ',16,'), ...others]);
    expect(values('E01000907', 'residents')).toBeUndefined();
    expect(values('E01000907', 'ethnicity/white')).toBe(4);
    expect(file.notices[0]?.reason).toContain('different totals');
  });

  it('gives a group no value when its row cannot be read, or comes again with another number', () => {
    const white = '"White"';
    const lines = rows('E01000907', '15', ['1', '2', '3', '4', '5']);
    const unread = read([LONG, ...lines.map((line) => (line.includes(white) ? line.replace(',4,', ',=4,') : line))]);
    expect(unread.values('E01000907', 'ethnicity/white')).toBeUndefined();
    expect(unread.values('E01000907', 'residents')).toBe(15);
    expect(unread.file.notices).toEqual([{ reason: 'an LSOA that lacks a group: it has no value there', count: 1 }]);
    const twice = read([LONG, ...lines, `E01000907,15,${white},9,0.1`]);
    expect(twice.values('E01000907', 'ethnicity/white')).toBeUndefined();
    expect(twice.file.refused).toEqual([
      { reason: 'given again with other figures, so none of them is used', count: 2 },
    ]);
    expect([twice.file.rowsRead, twice.file.rowsUsed]).toEqual([6, 4]);
  });

  it('leaves out a group it does not know, a bad code, and a repeat', () => {
    const lines = rows('E01000907', '15', ['1', '2', '3', '4', '5']);
    const { file } = read([LONG, ...lines, `${lines[0]}`, 'E01000907,15,Does not apply,0,0', 'Camden,15,White,4,0.1']);
    expect(file.refused.map(({ reason }) => reason).sort()).toEqual([
      'a group that is none of the five broad ones of the census of 2021',
      'given a second time',
      'no code of an LSOA such as E01000907',
    ]);
    expect(file.rowsUsed).toBe(5);
  });
});

describe('by ward', () => {
  it('sums the groups to the residents, which the table does not give', () => {
    const { file, values } = read([WIDE, 'Camden,E05013652,Belsize,1.0,2.0,3.0,4.0,5.0']);
    expect(values('E05013652', 'residents')).toBe(15);
    expect(values('E05013652', 'ethnicity/other-ethnic-group')).toBe(5);
    expect(file.boundaryVersions).toEqual(['wards-2022']);
  });

  it('leaves out wards until 2022, and rows with a group that has no number', () => {
    const { file } = read([
      WIDE,
      'Camden,E05013652,Belsize,1,2,3,4,5',
      'Camden,E05000128,Belsize,1,2,3,4,5',
      'Camden,E05013653,Bloomsbury,1,2,,4,5',
    ]);
    expect(file.refused.map(({ reason }) => reason).sort()).toEqual([
      'a group that has no whole number of residents',
      'a ward of another boundary set than the rest of the file',
    ]);
  });

  it('is refused without one of its groups', () => {
    const header = WIDE.replace(',"White"', ',"whites"');
    const file = ETHNICITY.read(`${header}\nCamden,E05013652,Belsize,1,2,3,4,5\n`, CONTEXT);
    expect(file).toEqual({ kind: 'refused', because: 'has lost its column "White": download it again' });
  });
});

it('is known by its columns', () => {
  const knows = (columns: string[]) => ETHNICITY.knows({ kind: 'csv', columns });
  expect([
    knows(LONG.split(',')),
    knows(['LAD24NM', 'WD24CD', 'WD24NM', 'White']),
    knows(['lsoa21_code', 'n']),
  ]).toEqual([true, true, false]);
});
