import { describe, expect, it } from 'vitest';
import { AREA_LOOKUP } from './area-lookup-source.ts';
import { lookupColumns } from './code-column.ts';
import { readLookup } from './read-lookup.ts';

const columnsOf = (text: string) => text.split(',');

function read(lines: string[]) {
  const file = readLookup(`${lines.join('\n')}\n`);
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

describe('which tables are lookups', () => {
  it.each([
    ['OA21CD,WD22CD,WD22NM,LAD22CD,LAD22NM', 'OA21', 'WD22'],
    ['lsoa11_code,ward17_code', 'LSOA11', 'WD17'],
    ['LSOA21CD,LSOA21NM,LSOA21NMW,WD24CD,WD24NM,WD24NMW,LAD24CD,LAD24NM,LAD24NMW,ObjectId', 'LSOA21', 'WD24'],
    ['LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM,LAD22NMW,ObjectId', 'LSOA11', 'LSOA21'],
    ['LAD24CD,LAD24NM,LSOA21CD', 'LSOA21', 'LAD24'],
  ])('reads "%s" as %s to %s', (header, from, to) => {
    const columns = columnsOf(header);
    expect(AREA_LOOKUP.knows({ kind: 'csv', columns })).toBe(true);
    const found = lookupColumns(columns);
    expect([found?.from.set, found?.to.set]).toEqual([from, to]);
  });

  it.each([
    'LSOA21CD,LSOA21NM',
    'LSOA21CD,WD24CD,residents',
    'lsoa21_code,total_residents,ethnic_group,n,prop',
    'LAD24NM,WD24CD,WD24NM,White',
    'WardName,WardCode,LookUp_BoroughName',
  ])('leaves "%s" to others', (header) => {
    expect(AREA_LOOKUP.knows({ kind: 'csv', columns: columnsOf(header) })).toBe(false);
  });
});

it('pairs each area with the one it belongs to, with or without a byte order mark', () => {
  const lines = ['LSOA21CD,WD24CD', 'E01000907,E05013652', 'E01000908,E05013652'];
  const file = read(lines);
  expect(file.lookup).toEqual({
    fromSet: 'LSOA21',
    toSet: 'WD24',
    codes: ['E01000907', 'E01000908'],
    targets: ['E05013652', 'E05013652'],
  });
  expect(read([`\uFEFF${lines[0]}`, ...lines.slice(1)]).lookup).toEqual(file.lookup);
  expect(file).toMatchObject({ recognisedAs: 'lookup from LSOA21 to WD24', rowsRead: 2, rowsUsed: 2, series: [] });
});

it('leaves out rows without official codes, and repeats', () => {
  const file = read([
    'LSOA21CD,WD24CD',
    'E01000907,E05013652',
    'E01000907,E05013652',
    'E0100090,E05013652',
    'E01000908,',
    'E05013652,E01000907',
  ]);
  expect(file.refused).toEqual([
    { reason: 'no official code in the column LSOA21CD', count: 2 },
    { reason: 'given a second time', count: 1 },
    { reason: 'no official code in the column WD24CD', count: 1 },
  ]);
  expect([file.rowsRead, file.rowsUsed, file.lookup?.codes]).toEqual([5, 1, ['E01000907']]);
});

it('refuses an area put in two wards', () => {
  expect(readLookup('LSOA21CD,WD24CD\nE01000907,E05013652\nE01000907,E05013653\n')).toEqual({
    kind: 'refused',
    because: 'puts E01000907 in both E05013652 and E05013653, so neither can be believed: download it again',
  });
});

it('keeps every part of an area that was split, and says how many were split and merged', () => {
  const file = read([
    'LSOA11CD,LSOA21CD,CHGIND',
    'E01000001,E01000001,U',
    'E01000002,E01033769,S',
    'E01000002,E01033770,S',
    'E01000003,E01033771,M',
    'E01000004,E01033771,M',
  ]);
  expect(file.lookup?.codes).toEqual(['E01000001', 'E01000002', 'E01000002', 'E01000003', 'E01000004']);
  expect(file.lookup?.targets).toEqual(['E01000001', 'E01033769', 'E01033770', 'E01033771', 'E01033771']);
  expect(file.notices).toEqual([
    { reason: 'an area made of several or of parts of them', count: 1 },
    { reason: 'an area that was split or divided between several', count: 1 },
  ]);
});

it('refuses a table without a row that can be used, and one cut short', () => {
  expect(readLookup('LSOA21CD,WD24CD\nx,y\n')).toMatchObject({
    kind: 'refused',
    because: expect.stringContaining('no official code'),
  });
  expect(readLookup('LSOA21CD,WD24CD\nE01000907,E05013652\nE0100')).toMatchObject({
    because: expect.stringContaining('cut short'),
  });
});
