import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { emptyRecords } from '../../test/builders/records.ts';
import {
  madeOlderBoundaries,
  madeStreetFile,
  madeWardBoundaries,
  STREET_HEADER,
  type StreetRow,
  streetLine,
} from '../../test/builders/street-files.ts';
import { madeZip } from '../../test/builders/zip.ts';
import type { BoundaryVersion } from '../geography/index.ts';
import { readSeries } from '../measures/service.ts';
import { openLake } from '../platform/lake/index.ts';
import type { ImportReport, ReasonCount } from './model.ts';
import { importFiles, listImports, previewImport, revertImport } from './service.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterEach(() => desk.close());

const values = async (measure: string, areaCode: string, boundaryVersion: BoundaryVersion = 'wards-2022') => {
  const [series] = await readSeries(desk.platform.records, {
    measures: [measure],
    areaCodes: [areaCode],
    boundaryVersion,
  });
  return series?.values;
};
const BARNSBURY = 'E05013698';
const BELSIZE = 'E05013652';
const counts = (reasons: ReasonCount[] | undefined) =>
  Object.fromEntries((reasons ?? []).map(({ reason, count }) => [reason, count]));
const street = (report: ImportReport) => report.imports.find(({ kind }) => kind === 'street');

async function importStreet(rows: StreetRow[], boundaries = madeWardBoundaries()): Promise<ImportReport> {
  return importFiles(desk.platform, [
    await desk.file('crimes.csv', madeStreetFile(rows)),
    await desk.file('wards.geojson', boundaries),
  ]);
}

it('places crimes in the wards that come in the same command, whatever the order of the files', async () => {
  const report = await importStreet([
    { id: 'a', at: 'barnsbury' },
    { id: 'b', at: 'barnsbury', type: 'Drugs' },
    { id: 'c', at: 'belsize' },
    { at: 'barnsbury', type: 'Anti-social behaviour' },
  ]);
  expect(street(report)).toMatchObject({ rowsRead: 4, rowsUsed: 4, refused: [], from: '2024-01', to: '2024-01' });
  expect(await values('street-burglary', BARNSBURY)).toEqual([1]);
  expect(await values('street-drugs', BELSIZE)).toEqual([0]);
  expect(await values('street-crime', BARNSBURY)).toEqual([2]);
  expect(await values('anti-social-behaviour', BARNSBURY)).toEqual([1]);
});

it('places crimes in every ward set held, or in the one asked for', async () => {
  await importFiles(desk.platform, [
    await desk.file('wards.geojson', madeWardBoundaries()),
    await desk.file('older.geojson', madeOlderBoundaries()),
  ]);
  const file = await desk.file('crimes.csv', madeStreetFile([{ id: 'a' }, { id: 'b' }, { id: 'c', at: 'belsize' }]));
  const both = await importFiles(desk.platform, [file]);
  expect(both.boundaryVersions).toEqual(['wards-2014', 'wards-2022']);
  expect(await values('street-burglary', 'E05000366', 'wards-2014')).toEqual([2]);
  expect(counts(street(both)?.notices)).toMatchObject({
    'wards-2014: outside every ward held (repeats counted too): kept, not counted in any ward': 1,
  });
  await revertImport(desk.platform, both.vintage);
  const one = await importFiles(desk.platform, [file], { boundaryVersions: ['wards-2014'] });
  expect(one.boundaryVersions).toEqual(['wards-2014']);
  expect(await values('street-burglary', BARNSBURY)).toBeUndefined();
});

it('has a street file taken back before it is placed in a ward set that was held and not asked for', async () => {
  const crimes = await desk.file('crimes.csv', madeStreetFile([{ id: 'a' }]));
  const wards = await desk.file('wards.geojson', madeWardBoundaries());
  const older = await desk.file('older.geojson', madeOlderBoundaries());
  await importFiles(desk.platform, [wards, older]);
  const first = await importFiles(desk.platform, [crimes], { vintage: 'v', boundaryVersions: ['wards-2022'] });
  const before = await desk.state();
  const id = street(first)?.id ?? '';
  const refusal = `"crimes.csv" is held in "v" and was placed in wards-2022, not in wards-2014: take import ${id} back, then import it again.`;
  await expect(importFiles(desk.platform, [crimes])).rejects.toThrow(refusal);
  await expect(importFiles(desk.platform, [crimes], { boundaryVersions: ['wards-2014'] })).rejects.toThrow(refusal);
  expect(await desk.state()).toEqual(before);
  await revertImport(desk.platform, id);
  expect((await importFiles(desk.platform, [crimes], { vintage: 'v' })).boundaryVersions).toEqual([
    'wards-2014',
    'wards-2022',
  ]);
  expect(await values('street-burglary', 'E05000366', 'wards-2014')).toEqual([1]);
  expect((await importFiles(desk.platform, [crimes])).imports[0]?.unchanged).toBe(true);
});

it('counts a street file held in a ward set that comes in the same command, without reading it again', async () => {
  const crimes = await desk.file('crimes.csv', madeStreetFile([{ id: 'a' }]));
  const wards = await desk.file('wards.geojson', madeWardBoundaries());
  const older = await desk.file('older.geojson', madeOlderBoundaries());
  await importFiles(desk.platform, [wards, crimes], { vintage: 'v' });
  const report = await importFiles(desk.platform, [older, crimes], { vintage: 'v' });
  expect(report.imports.map(({ unchanged }) => unchanged)).toEqual([false, true]);
  expect(await values('street-burglary', 'E05000366', 'wards-2014')).toEqual([1]);
});

it('asks for ward boundaries when there are none, or not those asked for', async () => {
  const file = await desk.file('crimes.csv', madeStreetFile([{ id: 'a' }]));
  await expect(importFiles(desk.platform, [file])).rejects.toThrow('import the ward boundaries (GeoJSON) first');
  const wards = await desk.file('wards.geojson', madeWardBoundaries());
  await expect(importFiles(desk.platform, [wards, file], { boundaryVersions: ['wards-2014'] })).rejects.toThrow(
    'need ward boundaries of wards-2014',
  );
  expect(await listImports(desk.platform.records)).toEqual([]);
});

it('counts every line once: rows used, rows left out by reason, and no other', async () => {
  const id = (n: number) => `id${n}`;
  const lines = [
    STREET_HEADER,
    ...Array.from({ length: 40 }, (_, n) => streetLine({ id: id(n) })),
    streetLine({ id: 'stray', month: '2019-05' }),
    streetLine({ id: 'no month', month: 'January' }),
    streetLine({ id: 'no force', force: '' }),
    streetLine({ id: 'no type', type: '' }),
    streetLine({ id: 'force of marks', force: '???' }),
    streetLine({ id: 'force without end', force: 'Police of the '.repeat(40) }),
    streetLine({ id: 'type of marks', type: '***' }),
    streetLine({ id: 'half', at: ['-0.115', ''] }),
    streetLine({ id: 'words', at: ['here', 'there'] }),
    streetLine({ id: 'metres', at: ['530000', '180000'] }),
    streetLine({ id: 'not a number', at: ['nan', 'inf'] }),
    streetLine({ id: id(0) }),
    'too,few',
    `${streetLine({ id: 'many' })},extra,more`,
    '',
    streetLine({ id: 'quoted', location: '"Near ""The Angel"", High Street"' }),
    streetLine({ id: 'broken', location: '"over\ntwo lines"' }),
    streetLine({ id: 'half quoted', location: '"on "or near' }),
  ];
  const report = await importFiles(desk.platform, [
    await desk.file('wards.geojson', madeWardBoundaries()),
    await desk.file('crimes.csv', `\uFEFF${lines.join('\r\n')}\r\n`),
  ]);
  const file = street(report);
  expect(counts(file?.refused)).toEqual({
    'a month not of the form 2024-02': 1,
    'no reporting force': 1,
    'no crime type': 1,
    'a reporting force that is no name': 2,
    'a crime type that is no name': 1,
    'a longitude without a latitude or the other way round': 1,
    'coordinates that are not numbers': 1,
    'coordinates that are not on earth': 2,
    'the same crime given again: identical, crime ID and all': 1,
    'a number of columns that is not twelve': 2,
    'quotation marks that do not close': 1,
    'a blank line, or one inside quotation marks that do not close': 1,
  });
  expect(file).toMatchObject({ rowsRead: 40 + 18, rowsUsed: 43 });
  const burglaries = await values('street-burglary', BARNSBURY);
  expect([burglaries?.length, burglaries?.at(0), burglaries?.at(-1)]).toEqual([57, 1, 42]);
});

it('does not lose count when quotation marks swallow lines', async () => {
  const lines = [STREET_HEADER, streetLine({ id: 'a' }), streetLine({ id: 'b', location: '"open' })];
  const swallowed = Array.from({ length: 20 }, (_, n) => streetLine({ id: `s${n}` }));
  const report = await importFiles(desk.platform, [
    await desk.file('wards.geojson', madeWardBoundaries()),
    await desk.file('crimes.csv', `${[...lines, ...swallowed].join('\n')}\n`),
  ]);
  const file = street(report);
  const left = Object.values(counts(file?.refused)).reduce((sum, count) => sum + count, 0);
  expect(file).toMatchObject({ rowsRead: 22, rowsUsed: 22 - left });
  expect(left).toBeGreaterThan(0);
});

it('keeps what it cannot place or prove, and counts it', async () => {
  const report = await importStreet([
    { id: 'a' },
    { id: 'a', type: 'Drugs' },
    { id: '', type: 'Anti-social behaviour' },
    { id: '', type: 'Anti-social behaviour' },
    { id: 'b', at: null },
    { id: 'b', at: null },
    { id: 'c', at: ['-3.5', '50.7'] },
  ]);
  expect(street(report)).toMatchObject({ rowsRead: 7, rowsUsed: 6 });
  expect(counts(street(report)?.notices)).toEqual({
    'no crime ID: kept, though a repeat could not be told': 2,
    'identical to another row, without a crime ID: kept, since it may be another crime': 1,
    'a crime ID that other rows have with other details: kept': 1,
    'no location (repeats counted too): kept, not counted in any ward': 2,
    'wards-2022: outside every ward held (repeats counted too): kept, not counted in any ward': 1,
  });
  expect(await values('anti-social-behaviour', BARNSBURY)).toEqual([2]);
});

it('writes a Parquet file for each force and month, with the twelve columns, the force and the ward', async () => {
  const btp = 'British Transport Police';
  const report = await importFiles(desk.platform, [
    await desk.file('wards.geojson', madeWardBoundaries()),
    await desk.file(
      'archive.zip',
      madeZip([
        {
          name: '2024-01/2024-01-metropolitan-street.csv',
          content: madeStreetFile([{ id: 'a' }, { id: 'b', at: null }]),
        },
        { name: '2024-01/2024-01-btp-street.csv', content: madeStreetFile([{ force: btp, type: 'Drugs' }]) },
        { name: '2024-02/2024-02-metropolitan-street.csv', content: madeStreetFile([{ id: 'c', month: '2024-02' }]) },
      ]),
    ),
  ]);
  const id = street(report)?.id;
  const files = (await desk.filesKept()).filter((path) => path.startsWith('lake/'));
  expect(files.map((path) => path.replace(/^lake\/[0-9a-f-]{36}/, 'lake'))).toEqual([
    `lake/street/import-${id}/btp-2024-01.parquet`,
    `lake/street/import-${id}/metropolitan-2024-01.parquet`,
    `lake/street/import-${id}/metropolitan-2024-02.parquet`,
  ]);
  const lake = await openLake(desk.platform.dataFolder);
  const path = join(desk.platform.dataFolder, files[1] ?? '');
  const rows = await lake.query('select * from read_parquet($1) order by crime_id', [path]);
  await lake.close();
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({
    crime_id: 'a',
    month: '2024-01',
    reported_by: 'Metropolitan Police Service',
    falls_within: 'Metropolitan Police Service',
    longitude: -0.115,
    latitude: 51.535,
    location: 'On or near Made Street',
    lsoa_code: 'E01000001',
    lsoa_name: 'Made 001A',
    crime_type: 'Burglary',
    last_outcome_category: null,
    context: null,
    force: 'metropolitan',
    ward_2022: BARNSBURY,
  });
  expect(rows[1]).toMatchObject({ crime_id: 'b', longitude: null, ward_2022: null });
  expect(await values('street-drugs', BARNSBURY)).toEqual([1, 0]);
  await revertImport(desk.platform, report.vintage);
  expect((await desk.filesKept()).filter((file) => file.startsWith('lake/'))).toEqual([]);
});

it('leaves no staged file behind, after a dry run, an import or a refusal', async () => {
  const wards = await desk.file('wards.geojson', madeWardBoundaries());
  const crimes = await desk.file('crimes.csv', madeStreetFile([{ id: 'a' }]));
  await previewImport(desk.platform, [wards, crimes]);
  expect(await desk.filesKept()).toEqual([]);
  const bad = await desk.file('bad.csv', madeStreetFile([{ id: 'a', month: 'never' }]));
  await expect(importFiles(desk.platform, [wards, crimes, bad])).rejects.toThrow('has no row that can be used');
  expect(await desk.filesKept()).toEqual([]);
  await importFiles(desk.platform, [wards, crimes]);
  expect((await desk.filesKept()).every((path) => /^lake\/[0-9a-f-]{36}\/street\//.test(path))).toBe(true);
});

it('counts files of an archive that are not imported, and reads the others', async () => {
  const report = await importFiles(desk.platform, [
    await desk.file('wards.geojson', madeWardBoundaries()),
    await desk.file(
      'archive.zip',
      madeZip([
        { name: '2024-01/2024-01-metropolitan-street.csv', content: madeStreetFile([{ id: 'a' }]) },
        { name: 'notes/empty.csv', content: '' },
        ...['README.txt', 'a.txt', 'b.txt', 'c.txt'].map((name) => ({ name, content: 'Dear reader,\n' })),
        { name: '2024-01/', content: '' },
      ]),
    ),
  ]);
  expect(street(report)).toMatchObject({ recognisedAs: 'data.police.uk street archive', rowsRead: 1, rowsUsed: 1 });
  expect(counts(street(report)?.notices)).toEqual({
    'in the archive, left alone because it is empty (0 bytes): notes/empty.csv': 1,
    'in the archive, left alone because each is not a file Wardroom knows (its first line reads "Dear reader"): README.txt, a.txt, b.txt and 1 more': 4,
  });
});

it('counts every month of a merged file, and leaves strays out of a file whose archive says its month', async () => {
  const rows = Array.from({ length: 100 }, (_, n) => ({ id: `id${n}`, month: n < 92 ? '2024-01' : '2024-02' }));
  const merged = await importStreet(rows);
  expect(street(merged)).toMatchObject({ rowsUsed: 100, refused: [] });
  expect(await values('street-burglary', BARNSBURY)).toEqual([92, 8]);
  await revertImport(desk.platform, street(merged)?.id ?? '');
  const archive = madeZip([{ name: '2024-01/2024-01-metropolitan-street.csv', content: madeStreetFile(rows) }]);
  const placed = await importFiles(desk.platform, [await desk.file('archive.zip', archive)]);
  expect(counts(street(placed)?.refused)).toEqual({ 'a month that is not the file’s': 8 });
});

it('knows a street file with a quoted header in an archive, as it does alone', async () => {
  const quoted = madeStreetFile([{ id: 'a' }]).replace(STREET_HEADER, STREET_HEADER.replace(/[^,]+/g, '"$&"'));
  await importFiles(desk.platform, [await desk.file('wards.geojson', madeWardBoundaries())]);
  const alone = await importFiles(desk.platform, [await desk.file('crimes.csv', quoted)]);
  const archive = madeZip([{ name: '2024-01/2024-01-metropolitan-street.csv', content: quoted }]);
  const inside = await importFiles(desk.platform, [await desk.file('archive.zip', archive)]);
  expect(street(alone)).toMatchObject({ rowsRead: 1, rowsUsed: 1 });
  expect(street(inside)).toMatchObject({ rowsRead: 1, rowsUsed: 1, notices: [] });
});

it('does not let the City’s police hide the Met’s figures elsewhere', async () => {
  const city = (row: StreetRow): StreetRow => ({ ...row, force: 'City of London Police' });
  const boundaries = madeWardBoundaries(['barnsbury', 'aldersgate']);
  await importStreet([{ id: 'm' }], boundaries);
  const report = await importFiles(desk.platform, [
    await desk.file(
      'city.csv',
      madeStreetFile([city({ id: 'a', at: 'aldersgate' }), city({ id: 'b', at: 'barnsbury' })]),
    ),
  ]);
  expect(counts(street(report)?.notices)).toEqual({
    'wards-2022: in the area of another police force: kept, not counted in its wards': 1,
  });
  expect(await values('street-burglary', 'E05009288')).toEqual([1]);
  expect(await values('street-burglary', BARNSBURY)).toEqual([1]);
});

it('adds the railway police to territorial files of the same command, and only keeps them alone', async () => {
  const railway = await desk.file(
    'railway.csv',
    madeStreetFile([{ force: 'British Transport Police' }, { force: 'British Transport Police', type: 'Drugs' }]),
  );
  const wards = await desk.file('wards.geojson', madeWardBoundaries());
  const alone = await importFiles(desk.platform, [wards, railway]);
  expect(street(alone)).toMatchObject({ rowsUsed: 2 });
  expect(await values('street-burglary', BARNSBURY)).toBeUndefined();
  await revertImport(desk.platform, street(alone)?.id ?? '');
  const met = await desk.file('met.csv', madeStreetFile([{ id: 'a' }, { id: 'b', type: 'Drugs' }]));
  await importFiles(desk.platform, [railway, met]);
  expect(await values('street-burglary', BARNSBURY)).toEqual([2]);
  expect(await values('street-crime', BARNSBURY)).toEqual([4]);
});

it('adds the railway police to a territorial file that the vintage held before, thefts alone to the total', async () => {
  const railway = await desk.file(
    'railway.csv',
    madeStreetFile([{ force: 'British Transport Police', type: 'Other theft' }]),
  );
  const wards = await desk.file('wards.geojson', madeWardBoundaries());
  const met = await desk.file('met.csv', madeStreetFile([{ id: 'a' }, { id: 'b', type: 'Drugs' }]));
  await importFiles(desk.platform, [wards, met], { vintage: 'v' });
  expect(await values('street-crime', BARNSBURY)).toEqual([2]);
  const report = await importFiles(desk.platform, [railway], { vintage: 'v' });
  expect(street(report)?.notices.filter(({ reason }) => reason.includes('railway'))).toEqual([]);
  expect(await values('street-crime', BARNSBURY)).toEqual([3]);
  await revertImport(desk.platform, street(report)?.id ?? '');
  expect(await values('street-crime', BARNSBURY)).toEqual([2]);
  const alone = await importFiles(desk.platform, [railway], { vintage: 'another' });
  expect(street(alone)?.notices.map(({ reason }) => reason)).toContainEqual(
    expect.stringContaining('take this file back and give it again together with the local force’s'),
  );
});

it('says nothing of a borough that no file of the command has an incident in', async () => {
  await importStreet([
    { id: 'a', at: 'belsize' },
    { id: 'b', at: 'belsize', type: 'Drugs' },
  ]);
  expect(await values('street-crime', BELSIZE)).toEqual([2]);
  expect(await values('street-crime', BARNSBURY)).toBeUndefined();
});

it('gives the same figures from 29 monthly files as from the archive of them', async () => {
  const months = Array.from(
    { length: 29 },
    (_, at) => `20${21 + Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, '0')}`,
  );
  const rowsOf = (month: string, at: number): StreetRow[] => [
    { id: `a${at}`, month },
    ...(at % 2 ? [{ id: `b${at}`, month, type: 'Drugs' }] : []),
    ...(at === 7 ? [{ id: 'c', month, at: 'belsize' } as const] : []),
  ];
  const files = months.map((month, at) => ({
    name: `${month}/${month}-metropolitan-street.csv`,
    content: madeStreetFile(rowsOf(month, at)),
  }));
  const shown = async () => {
    const [crime, drugs, theirs] = [
      await values('street-crime', BARNSBURY),
      await values('street-drugs', BARNSBURY),
      await values('street-crime', BELSIZE),
    ];
    return { crime, drugs, theirs };
  };
  await importFiles(desk.platform, [await desk.file('wards.geojson', madeWardBoundaries())]);
  const whole = await importFiles(desk.platform, [await desk.file('archive.zip', madeZip(files))]);
  const fromArchive = await shown();
  expect(fromArchive.crime?.slice(0, 3)).toEqual([1, 2, 1]);
  expect(fromArchive.theirs?.filter((value) => value !== null)).toHaveLength(29);
  await revertImport(desk.platform, whole.vintage);
  const each = [];
  for (const { name, content } of files) each.push(await desk.file(name.slice(8), content));
  await importFiles(desk.platform, each);
  expect(await shown()).toEqual(fromArchive);
});

it('says that ward figures stay when the boundaries they were counted with are taken back', async () => {
  const wards = await importFiles(desk.platform, [await desk.file('wards.geojson', madeWardBoundaries())]);
  await importFiles(desk.platform, [await desk.file('crimes.csv', madeStreetFile([{ id: 'a' }]))]);
  const { notices } = await revertImport(desk.platform, wards.vintage);
  expect(notices).toEqual([
    'The ward figures of "crimes.csv" stay as they are: they were counted with boundaries like these.',
  ]);
  expect(await values('street-burglary', BARNSBURY)).toEqual([1]);
});

it('refuses one month of a force twice in an archive, and a month still to come', async () => {
  const wards = await desk.file('wards.geojson', madeWardBoundaries());
  const january = madeStreetFile([{ id: 'a' }]);
  const twice = madeZip([
    { name: '2024-01/2024-01-metropolitan-street.csv', content: january },
    { name: 'copy/2024-01-metropolitan-street.csv', content: january },
  ]);
  await expect(importFiles(desk.platform, [wards, await desk.file('twice.zip', twice)])).rejects.toThrow(
    'holds 2024-01 of metropolitan more than once',
  );
  const future = await desk.file('future.csv', madeStreetFile([{ id: 'a', month: '2026-05' }]));
  await expect(importFiles(desk.platform, [wards, future])).rejects.toThrow('a month still to come');
});
