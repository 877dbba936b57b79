import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { madeOutcomeFile, madeSearchFile } from '../../../test/builders/incident-files.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { madeOlderBoundaries, madeStreetFile, madeWardBoundaries } from '../../../test/builders/street-files.ts';
import { madeZip } from '../../../test/builders/zip.ts';
import { readSeries } from '../../measures/service.ts';
import { importFiles, previewImport, revertImport } from '../service.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterEach(() => desk.close());

const BARNSBURY = 'E05013698';
const KINDS = ['outcomes', 'stop-and-search', 'street'];
const official = (kind: string, month = '2024-01') => `${month}/${month}-metropolitan-${kind}.csv`;

/** An archive in the official layout: a crime, two outcomes of which one is given again, two searches of which one is of another month. */
const archive = () =>
  desk.file(
    'archive.zip',
    madeZip([
      { name: official('outcomes'), content: madeOutcomeFile([{ id: 'a' }, { id: 'a' }, { id: 'z' }]) },
      {
        name: official('stop-and-search'),
        content: madeSearchFile([{}, { date: '2023-11-05T10:00:00+00:00' }]),
      },
      { name: official('street'), content: madeStreetFile([{ id: 'a' }]) },
      { name: 'readme.txt', content: 'Dear reader,\n' },
    ]),
  );
const wards = () => desk.file('wards.geojson', madeWardBoundaries());

async function lakeFolders(): Promise<string[]> {
  const kept = await desk.filesKept();
  return kept.flatMap((path) => KINDS.filter((kind) => new RegExp(`^lake/[^/]+/${kind}/`).test(path)));
}

async function valuesOf(measures: string[]) {
  const series = await readSeries(desk.platform.records, {
    measures,
    areaCodes: [BARNSBURY],
    boundaryVersion: 'wards-2022',
  });
  return Object.fromEntries(series.map(({ measure, values }) => [measure, values]));
}

it('reads each kind and counts it by its own name, as one import', async () => {
  const report = await importFiles(desk.platform, [await archive(), await wards()]);
  expect(report.imports[0]).toMatchObject({
    kind: 'street',
    recognisedAs: 'data.police.uk archive of street crime, stop and search and outcomes',
    rowsRead: 6,
    rowsUsed: 4,
    refused: [
      { reason: 'stop and search: a month that is not the file’s', count: 1 },
      { reason: 'outcomes: the same outcome given again: identical, crime ID and all', count: 1 },
    ],
  });
  expect(report.imports[0]?.notices).toEqual(
    expect.arrayContaining([
      { reason: 'outcomes: different crime IDs that street files held say are of the type Burglary', count: 1 },
      {
        reason: expect.stringMatching(
          /^in the archive, left alone because it is not a file Wardroom knows.*: readme.txt$/,
        ),
        count: 1,
      },
    ]),
  );
  expect(await valuesOf(['street-burglary', 'stop-and-search', 'outcomes-recorded'])).toEqual({
    'street-burglary': [1],
    'stop-and-search': [1],
    'outcomes-recorded': [2],
  });
  expect(await lakeFolders()).toEqual(KINDS);
});

it.each([
  ['is empty', '', 'is empty (0 bytes): download it again'],
  [
    'has a damaged header',
    madeStreetFile([{ id: 'b' }]).replace('Month', 'Mont'),
    'its first line reads "Crime ID", "Mont"',
  ],
  ['is a web page', '<!doctype html>\n', 'is a web page'],
  ['holds other figures', 'Quarter,Borough\n', 'is not a file Wardroom knows'],
])('is refused when a file with an official name %s', async (_what, content, because) => {
  const damaged = await desk.file(
    'damaged.zip',
    madeZip([
      { name: official('street'), content: madeStreetFile([{ id: 'a' }]) },
      { name: official('street', '2024-02'), content },
    ]),
  );
  const refused = importFiles(desk.platform, [await wards(), damaged]);
  await expect(refused).rejects.toThrow('"damaged.zip" holds 2024-02/2024-02-metropolitan-street.csv, a file');
  await expect(refused).rejects.toThrow(because);
});

it('says in our own words what is wrong with an archive, and keeps the library’s for the log', async () => {
  const whole = madeZip([{ name: official('street'), content: madeStreetFile([{ id: 'a' }, { id: 'b' }]) }]);
  const broken = Buffer.from(whole);
  broken.fill(0xff, 30 + official('street').length, 45 + official('street').length);
  await importFiles(desk.platform, [await wards()]);
  for (const [bytes, words] of [
    [whole.subarray(0, whole.length - 10), 'probably because it was cut short: download it again.'],
    [broken, 'cannot be unpacked (its packed content is damaged), so download it again.'],
  ] as const) {
    const error = await importFiles(desk.platform, [await desk.file('x.zip', bytes)]).catch((refusal) => refusal);
    expect(error.message).toContain(words);
    expect(error.cause).toBeInstanceOf(Error);
    expect(error.message).not.toContain(error.cause.message);
  }
});

it('gives the same figures as its files apart', async () => {
  await importFiles(desk.platform, [await archive(), await wards()]);
  const measures = ['street-burglary', 'stop-and-search', 'stop-and-search-object-drugs', 'outcomes-charged'];
  const together = await valuesOf(measures);
  await importFiles(desk.platform, [
    await wards(),
    await desk.file('outcomes.csv', madeOutcomeFile([{ id: 'a' }, { id: 'a' }, { id: 'z' }])),
    await desk.file('2024-01-metropolitan-stop-and-search.csv', madeSearchFile([{}])),
    await desk.file('street.csv', madeStreetFile([{ id: 'a' }])),
  ]);
  expect(await valuesOf(measures)).toEqual(together);
});

it('names every kind it holds, in the order of their weight', async () => {
  const two = await desk.file(
    'two.zip',
    madeZip([
      { name: official('outcomes'), content: madeOutcomeFile([{ id: 'a' }]) },
      { name: official('stop-and-search'), content: madeSearchFile([{}]) },
    ]),
  );
  const report = await importFiles(desk.platform, [two, await wards()]);
  expect(report.imports[0]).toMatchObject({
    kind: 'stop-and-search',
    recognisedAs: 'data.police.uk archive of stop and search and outcomes',
  });
});

it('is taken back whole, folders of the lake and all', async () => {
  await importFiles(desk.platform, [await wards()]);
  const before = await desk.state();
  const { imports } = await importFiles(desk.platform, [await archive()]);
  expect(await lakeFolders()).toEqual(KINDS);
  await revertImport(desk.platform, imports[0]?.id ?? '');
  expect(await desk.state()).toEqual(before);
  expect(await valuesOf(['stop-and-search'])).toEqual({});
});

it('changes nothing in a dry run, and reports what the import then does', async () => {
  await importFiles(desk.platform, [await wards()]);
  const before = await desk.state();
  const preview = await previewImport(desk.platform, [await archive()]);
  expect(await desk.state()).toEqual(before);
  const real = await importFiles(desk.platform, [await archive()]);
  const said = ({ imports }: typeof real) =>
    imports.map(({ rowsRead, rowsUsed, refused, notices }) => ({ rowsRead, rowsUsed, refused, notices }));
  expect(said(preview)).toEqual(said(real));
});

it('sweeps folders of every kind that no import owns', async () => {
  await importFiles(desk.platform, [await wards(), await archive()]);
  const { rows } = await sql<{ path: string }>`select path from sources.lake_file`.execute(desk.system);
  const paths = rows.map(({ path }) => join(desk.platform.dataFolder, path));
  await sql`delete from sources.lake_file`.execute(desk.system);
  await importFiles(desk.platform, [await desk.file('more.csv', madeStreetFile([{ id: 'b', month: '2024-02' }]))]);
  expect(paths).toHaveLength(3);
  for (const path of paths) await expect(access(path)).rejects.toThrow('ENOENT');
});

it('counts searches in a ward set that comes later, and knows them for held', async () => {
  const searches = await desk.file('2024-01-metropolitan-stop-and-search.csv', madeSearchFile([{}]));
  await importFiles(desk.platform, [await wards(), searches], { vintage: 'first' });
  await importFiles(desk.platform, [await desk.file('older.geojson', madeOlderBoundaries())]);
  const { imports } = await importFiles(desk.platform, [searches], { vintage: 'first' });
  expect(imports).toEqual([expect.objectContaining({ unchanged: true })]);
});

it('does not take wards for covered by street files where it holds searches only', async () => {
  const railway = madeStreetFile([{ id: 'r', force: 'British Transport Police' }]);
  await importFiles(
    desk.platform,
    [await wards(), await desk.file('2024-01-metropolitan-stop-and-search.csv', madeSearchFile([{}]))],
    { vintage: 'one' },
  );
  const { imports } = await importFiles(desk.platform, [await desk.file('btp.csv', railway)], { vintage: 'one' });
  expect(imports[0]?.notices.map(({ reason }) => reason)).toEqual(
    expect.arrayContaining([expect.stringContaining('railway police without the local force')]),
  );
});
