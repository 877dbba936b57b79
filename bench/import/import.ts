// How long an import of a million rows takes, and how much memory, beside two ways of doing it with geopandas.
// Run: npm run build && npx tsx bench/import/import.ts [DATA_DIR] [ROUNDS]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Measured, median, runMeasured } from './run-measured.ts';
import { differences, readHeldCounts, readPeerCounts, type WardMonths } from './ward-months.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const data = resolve(process.argv[2] ?? join(root, '../shared/data'));
const rounds = Number(process.argv[3] ?? 3);
const archive = join(data, 'police-uk/metropolitan-burglary-2010-12_2025-02.zip');
const wards = join(data, 'geography/wards_2022_london_ONS.geojson');
/** Times as fast as each peer, and the most memory. */
const TARGETS = { rows: 5, distinct: 1.5, megabytes: 900 };
const MONTHS = [12, 60, 171];
const LABELS = {
  wardroom: 'wardroom import',
  rows: 'geopandas, every row',
  distinct: 'geopandas, distinct points',
  lean: 'the same, 3 of 12 columns',
};
type Runs = Record<keyof typeof LABELS, Measured[]>;

function wardroom(folder: string, dataFolder: string, ...args: string[]): Measured {
  return runMeasured(folder, process.execPath, [join(root, 'bin/wardroom.js'), '--data', dataFolder, ...args]);
}

function pythonWithGeopandas(): string {
  const found = ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import geopandas, rtree']).status === 0,
  );
  if (found === undefined) throw new Error('Install python3-pandas, python3-geopandas and python3-rtree first.');
  return found;
}

/** A data folder as an operator has it: created, with the wards of London of 2022 in it. */
function prepareDataFolder(folder: string): string {
  const prepared = join(folder, 'prepared');
  const { seconds } = wardroom(folder, prepared, 'import', wards);
  console.log(`New data folder with the wards of London: ${seconds.toFixed(1)} s (not part of what follows)`);
  return prepared;
}

function importInto(folder: string, prepared: string, file: string): { run: Measured; dataFolder: string } {
  const dataFolder = join(folder, 'ours');
  rmSync(dataFolder, { recursive: true, force: true });
  cpSync(prepared, dataFolder, { recursive: true });
  return { run: wardroom(folder, dataFolder, 'import', file), dataFolder };
}

async function againstPeers(folder: string, prepared: string): Promise<void> {
  const python = pythonWithGeopandas();
  const runs: Runs = { wardroom: [], rows: [], distinct: [], lean: [] };
  let ours: WardMonths = new Map();
  const peer = (name: 'rows' | 'distinct' | 'lean', script: string, ...more: string[]) => {
    const csv = join(folder, `${name}.csv`);
    runs[name].push(runMeasured(folder, python, ['-B', join(here, script), archive, wards, csv, ...more]));
  };
  for (let round = 1; round <= rounds; round += 1) {
    const { run, dataFolder } = importInto(folder, prepared, archive);
    runs.wardroom.push(run);
    if (round === 1) ours = await readHeldCounts(root, dataFolder, 'street-burglary');
    peer('rows', 'peer_sjoin_rows.py');
    peer('distinct', 'peer_sjoin_distinct.py');
    peer('lean', 'peer_sjoin_distinct.py', 'lean');
    const seconds = Object.entries(runs).map(([name, all]) => `${name} ${all.at(-1)?.seconds.toFixed(1)} s`);
    console.log(`Round ${round}: ${seconds.join(', ')}`);
  }
  report(runs);
  const expected = join(folder, 'expected.csv');
  runMeasured(folder, python, ['-B', join(here, 'expected_counts.py'), archive, wards, expected]);
  const peers = (['rows', 'distinct'] as const).map((name) => readPeerCounts(join(folder, `${name}.csv`)));
  const [everyRow = new Map(), distinct = new Map()] = peers;
  console.log('\nThe answers, ward by month:');
  compare('geopandas, every row, against distinct points', everyRow, distinct);
  compare('wardroom against geopandas with its rules on repeats and the City', ours, readPeerCounts(expected));
  compare('wardroom against geopandas without them', ours, everyRow);
}

function report(runs: Runs): void {
  const seconds = (name: keyof Runs) => median(runs[name].map((run) => run.seconds));
  console.log(`\nMedians of ${rounds} rounds, ${availableParallelism()} cores:`);
  for (const [name, label] of Object.entries(LABELS) as [keyof Runs, string][]) {
    const peak = Math.max(...runs[name].map((run) => run.peakMegabytes ?? Number.NaN));
    const processor = median(runs[name].map((run) => run.processorSeconds ?? Number.NaN));
    const columns = [
      `${seconds(name).toFixed(1)} s`,
      `processor ${processor.toFixed(1)} s`,
      `peak ${peak.toFixed(0)} MB`,
    ];
    console.log(`  ${label.padEnd(28)}${columns.map((column) => column.padStart(18)).join('')}`);
  }
  for (const name of ['rows', 'distinct'] as const) {
    const ratio = seconds(name) / seconds('wardroom');
    const verdict = ratio >= TARGETS[name] ? 'met' : 'MISSED';
    console.log(`  ${ratio.toFixed(1)} times as fast as the ${name} join (asked: ${TARGETS[name]}): ${verdict}`);
  }
}

function compare(what: string, ours: WardMonths, theirs: WardMonths): void {
  const total = (counts: WardMonths) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const differing = differences(ours, theirs);
  const answer = differing.length === 0 ? 'the same everywhere' : `${differing.length} ward-months differ`;
  console.log(
    `  ${what}: ${total(ours)} rows in ${ours.size} ward-months, ${total(theirs)} in ${theirs.size}: ${answer}`,
  );
  for (const line of differing.slice(0, 3)) console.log(`    ${line}`);
}

/** Peak memory of the same import of one year, five years and all. */
function memoryAgainstMonths(folder: string, prepared: string): void {
  const python = pythonWithGeopandas();
  console.log(`\nPeak memory against months imported (asked: under ${TARGETS.megabytes} MB, not growing):`);
  for (const months of MONTHS) {
    const file = join(folder, `metropolitan-burglary-${months}-months.zip`);
    runMeasured(folder, python, ['-B', join(here, 'first_months.py'), archive, String(months), file]);
    const runs = [1, 2, 3].map(() => importInto(folder, prepared, file).run);
    const peak = median(runs.map((run) => run.peakMegabytes ?? Number.NaN));
    console.log(
      `  ${String(months).padStart(3)} months  ${median(runs.map((run) => run.seconds)).toFixed(1)} s  ${peak.toFixed(0)} MB`,
    );
  }
}

if (!existsSync(join(root, 'dist/cli.js'))) throw new Error('Build first: npm run build.');
if (!existsSync(archive)) throw new Error(`${archive} is not there: name the data folder as the first argument.`);
const folder = mkdtempSync(join(tmpdir(), 'wardroom-bench-'));
try {
  const prepared = prepareDataFolder(folder);
  await againstPeers(folder, prepared);
  memoryAgainstMonths(folder, prepared);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
