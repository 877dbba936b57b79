import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { type BoundaryVersion, referenceAreas } from '../../geography/index.ts';
import type { Series } from '../../measures/index.ts';
import { readSeries } from '../../measures/service.ts';
import { openLake } from '../../platform/lake/index.ts';
import type { ImportedFile, ReasonCount } from '../model.ts';
import { importFiles } from '../service.ts';

/**
 * Real public files, kept beside the repository and never in it. The counts in the notes that come with them are others';
 * those marked "counted apart" were made of the unpacked files by a query that shares nothing with the importer.
 */
const SHARED = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk(await emptyRecords());
  if (!existsSync(SHARED)) return;
  await importFiles(desk.platform, [
    real('geography/wards_2022_camden_islington_ONS.geojson'),
    real('geography/wards_2014_2018_camden_islington.geojson'),
  ]);
});
afterAll(() => desk.close());

const real = (path: string) => ({ path: join(SHARED, path), name: path.split('/').at(-1) ?? '' });
const counts = (reasons: ReasonCount[] | undefined) =>
  Object.fromEntries((reasons ?? []).map(({ reason, count }) => [reason, count]));
const read = (measures: string[], areaCodes: string[], boundaryVersion: BoundaryVersion): Promise<Series[]> =>
  readSeries(desk.platform.records, { measures, areaCodes, boundaryVersion });
const total = (series: readonly Series[]): number =>
  series.reduce((sum, { values }) => sum + values.reduce<number>((part, value) => part + (value ?? 0), 0), 0);
const ofForce = async (measure: string): Promise<number> =>
  total(await read([measure], ['E23000001'], 'police-forces'));

describe.skipIf(!existsSync(SHARED))('searches of the Metropolitan Police, June 2021 to August 2024', () => {
  let searches: ImportedFile | undefined;
  beforeAll(async () => {
    const report = await importFiles(desk.platform, [
      real('police-uk/metropolitan-stop-and-search-2021-06_2024-08.zip'),
    ]);
    [searches] = report.imports;
  }, 120_000);

  it('are all read and used: 498,927, of which 50,377 have no coordinates', () => {
    expect(searches).toMatchObject({
      rowsRead: 498_927,
      rowsUsed: 498_927,
      refused: [],
      from: '2021-06',
      to: '2024-08',
    });
    const notices = counts(searches?.notices);
    expect(notices['no location: kept, counted for the force, not in any ward']).toBe(50_377);
    // Counted apart.
    expect(notices).toMatchObject({
      'in the month before by UTC, not by London time (British Summer Time): counted by London time': 434,
      'no age range: kept': 68_993,
      'no officer-defined ethnicity: kept, counted as not stated': 12_086,
      'no self-defined ethnicity: kept': 6_188,
      'does not say whether the outcome is linked to the object of search: kept': 432_753,
    });
    expect(Object.keys(notices).join()).not.toContain('in none of Wardroom’s tables');
  });

  it('have every month but January 2022, which stays a gap', async () => {
    const [force] = await read(['stop-and-search'], ['E23000001'], 'police-forces');
    expect(force?.values).toHaveLength(39);
    expect(force?.values.flatMap((value, at) => (value === null ? [at] : []))).toEqual([7]);
    const wards = referenceAreas('wards-2022').map(({ code }) => code);
    const series = await read(['stop-and-search'], wards, 'wards-2022');
    expect(series).toHaveLength(37);
    for (const each of series) expect(each.values.indexOf(null)).toBe(7);
  });

  it('add up for the force by object, ethnicity and what followed, as counted apart', async () => {
    expect(await ofForce('stop-and-search')).toBe(498_927);
    expect(await ofForce('stop-and-search-object-drugs')).toBe(300_682);
    expect(await ofForce('stop-and-search-object-weapons')).toBe(85_592 + 4_251 + 3_638);
    expect(await ofForce('stop-and-search-object-stolen-property')).toBe(77_253);
    expect(await ofForce('stop-and-search-object-not-stated')).toBe(1_178);
    expect(await ofForce('stop-and-search-ethnicity-black')).toBe(188_065);
    expect(await ofForce('stop-and-search-ethnicity-white')).toBe(198_185);
    expect(await ofForce('stop-and-search-arrests')).toBe(73_800);
    expect(await ofForce('stop-and-search-no-further-action')).toBe(354_111);
    expect(await ofForce('stop-and-search-further-action')).toBe(498_927 - 354_111 - 2);
  });

  it('are in a ward, outside every ward held, or without a location: each once, in either ward set', async () => {
    const notices = counts(searches?.notices);
    for (const version of ['wards-2014', 'wards-2022'] as const) {
      const codes = referenceAreas(version).map(({ code }) => code);
      const inWards = total(await read(['stop-and-search'], codes, version));
      const outside = notices[`${version}: outside every ward held: kept, counted for the force, not in any ward`] ?? 0;
      expect(inWards).toBeGreaterThan(30_000);
      expect(inWards + outside + 50_377).toBe(498_927);
    }
  });

  it('lie in the lake with their months in London', async () => {
    const lake = await openLake(desk.platform.dataFolder);
    const [row] = await lake.query(`
      select count(*) as rows, count(distinct filename) as files,
        count(*) filter (strftime(london_time, '%Y-%m') <> month) as strays,
        count(*) filter (self_defined_group = 'black') as black
      from read_parquet('${desk.platform.dataFolder}/lake/*/stop-and-search/*/*.parquet', filename = true)`);
    await lake.close();
    expect(row).toEqual({ rows: 498_927, files: 38, strays: 0, black: 57_881 + 33_790 + 20_817 });
  });
});

describe.skipIf(!existsSync(SHARED))('outcomes of the Metropolitan Police, March 2023 to February 2025', () => {
  it('repeat themselves in 5,633 of 45,252 rows, and are those of the burglaries published', async () => {
    const [burglary, outcomes] = (
      await importFiles(desk.platform, [
        real('police-uk/metropolitan-burglary-2010-12_2025-02.zip'),
        real('police-uk/metropolitan-outcomes-2023-03_2025-02.zip'),
      ])
    ).imports;
    expect(burglary?.rowsRead).toBe(1_022_291);
    expect(outcomes).toMatchObject({ rowsRead: 45_252, rowsUsed: 39_619, from: '2023-03', to: '2025-02' });
    expect(counts(outcomes?.refused)).toEqual({
      'the same outcome given again: identical, crime ID and all': 5_633,
    });
    const notices = counts(outcomes?.notices);
    // Different crime IDs and those that the burglaries have, counted apart: all of them.
    const matched = notices['different crime IDs that street files held say are of the type Burglary'] ?? 0;
    const unmatched =
      notices['different crime IDs that no street file held has, so that their crime is not known'] ?? 0;
    expect(matched + unmatched).toBe(45_252 - 5_641);
    expect(matched).toBe(39_611);
    expect(await ofForce('outcomes-recorded')).toBe(39_619);
    const parts = await Promise.all(
      ['charged', 'no-suspect-identified', 'unable-to-prosecute'].map((name) => ofForce(`outcomes-${name}`)),
    );
    expect(parts.every((part) => part > 1000)).toBe(true);
  }, 240_000);
});
