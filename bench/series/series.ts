// How long any ward's series of every measure takes to read: from the embedded records and from a server PostgreSQL.
// Run: npx tsx bench/series/series.ts [DATA_DIR] [ROUNDS]. Bound: 20 ms for a ward.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureReferenceAreas, listAreas } from '../../src/geography/service.ts';
import { CATALOGUE } from '../../src/measures/index.ts';
import { availableMeasures, readSeries } from '../../src/measures/service.ts';
import { type Database, openDatabase } from '../../src/platform/database/index.ts';
import { importFiles } from '../../src/sources/service.ts';
import { median } from '../import/run-measured.ts';
import { withServer } from './with-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = resolve(process.argv[2] ?? join(root, '../shared/data'));
const rounds = Number(process.argv[3] ?? 5);
const BOUND_MILLISECONDS = 20;

/** What an analyst of two boroughs holds, one vintage each. */
const VINTAGES: Record<string, string[]> = {
  wards: ['geography/wards_2022_camden_islington_ONS.geojson', 'geography/wards_2014_2018_camden_islington.geojson'],
  lookups: [
    'geography/lsoa21_wd24_lad24_bestfit_EW.csv',
    'geography/lsoa11_ward17_EW_humaniverse.csv',
    'geography/lsoa11_lsoa21_lad22_london.csv',
  ],
  'MPS crime': [
    'mps/MPS Ward Level Crime (Historical).csv',
    'mps/MPS Ward Level Crime (most recent 24 months).csv',
    'mps/MPS Borough Level Crime (Historical).csv',
    'mps/MPS Borough Level Crime (most recent 24 months).csv',
    'mps/MPS LSOA Level Crime (most recent 24 months).csv',
  ],
  'police.uk': ['police-uk/camden-islington-street-2016-01_2018-06.zip'],
  knife: ['mps/MPS_MonthlyCrimeDashboard_knife.csv'],
  vawg: ['mps/vawg_offences_camden_islington_ward_month.csv'],
  population: ['context/population17_lsoa11_london.csv', 'context/population20_lsoa11_london.csv'],
  census: ['context/ethnicity21_lsoa21_london.csv'],
  deprivation: ['context/imd2025_england_lsoa21_london.csv', 'context/imd2019_england_lsoa11_london.csv'],
  atlas: ['context/ward-atlas-data.csv', 'context/ward-profiles-excel-version_2015.csv'],
};

async function importAll(database: Database, dataFolder: string): Promise<void> {
  const platform = {
    records: database.system,
    dataFolder,
    actor: 'bench',
    principal: { kind: 'wardroom' } as const,
    now: () => new Date(),
  };
  await ensureReferenceAreas(platform);
  for (const [vintage, paths] of Object.entries(VINTAGES)) {
    const started = performance.now();
    const files = paths.map((path) => ({ path: join(data, path), name: basename(path) }));
    const options = vintage === 'wards' ? {} : { vintage };
    try {
      await importFiles(platform, files, options);
      console.log(`  ${vintage}: imported in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      console.log(`  ${vintage}: not imported (${error instanceof Error ? error.message : String(error)})`);
    }
  }
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

async function time(what: string, bound: number | null, asks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const ask of asks) {
      const started = performance.now();
      await ask();
      if (round > 0) times.push(performance.now() - started);
    }
  }
  const beside = bound === null ? '' : `, bound ${bound} ms: ${percentile(times, 0.95) < bound ? 'met' : 'NOT MET'}`;
  console.log(
    `  ${what}: quickest ${Math.min(...times).toFixed(1)} ms, median ${median(times).toFixed(1)} ms, 95 % within ${percentile(times, 0.95).toFixed(1)} ms of ${times.length}${beside}`,
  );
}

async function measureStore(title: string, database: Database, dataFolder: string): Promise<void> {
  console.log(title);
  await importAll(database, dataFolder);
  const { records } = database;
  const measures = CATALOGUE.map(({ name }) => name);
  for (const boundaryVersion of ['wards-2022', 'wards-2014'] as const) {
    const wards = (await listAreas(records, { version: boundaryVersion })).map(({ code }) => code);
    const all = await readSeries(records, { measures, areaCodes: wards, boundaryVersion });
    const months = all.reduce((sum, { values }) => sum + values.length, 0);
    console.log(`  ${boundaryVersion}: ${wards.length} wards, ${all.length} series of ${months} months in all`);
    const one = wards.map((code) => () => readSeries(records, { measures, areaCodes: [code], boundaryVersion }));
    await time('every measure of one ward', BOUND_MILLISECONDS, one);
    await time('which measures all wards have', null, [
      () => availableMeasures(records, { areaCodes: wards, boundaryVersion }),
    ]);
    await time('recorded crime of all wards', null, [
      () => readSeries(records, { measures: ['recorded-crime'], areaCodes: wards, boundaryVersion }),
    ]);
  }
}

const folder = await mkdtemp(join(tmpdir(), 'wardroom-series-'));
try {
  const dataFolder = join(folder, 'embedded');
  const embedded = await openDatabase({ dataFolder, databaseUrl: null });
  await measureStore('Embedded records (PGlite)', embedded, dataFolder);
  await embedded.close();
  await withServer(folder, (database, served) => measureStore('Server PostgreSQL', database, served));
} finally {
  await rm(folder, { recursive: true, force: true });
}
