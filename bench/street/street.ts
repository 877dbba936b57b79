// How an import of up to 10 million street rows grows in time and memory, beside DuckDB copying the same CSVs.
// Run: npm run build && npx tsx bench/street/street.ts [DATA_DIR] [ROUNDS] [ROWS,ROWS…]
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../import/run-measured.ts';
import { linearFit } from './linear-fit.ts';
import { type MadeArchive, makeArchives } from './made-archives.ts';
import { duckdbCopy, type Timed, unzip } from './peers.ts';
import { runTree, type TreeRun } from './tree-peak.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = resolve(process.argv[2] ?? join(root, '../shared/data'));
const rounds = Number(process.argv[3] ?? 3);
const targets = (process.argv[4] ?? '1000000,2500000,5000000,10000000').split(',').map(Number);
const source = join(data, 'police-uk/metropolitan-burglary-2010-12_2025-02.zip');
const wards = join(data, 'geography/wards_2022_london_ONS.geojson');
/** Times as long as the copy, unzipping apart, and the most memory. */
const TARGETS = { ratio: 2.5, megabytes: 1000 };
/** Room for the CSVs, the archives, and what an import stages and keeps. */
const BYTES_A_ROW = 700;

interface Runs {
  archive: MadeArchive;
  wardroom: TreeRun[];
  unzip: Timed[];
  copy: Timed[];
}

async function round(folder: string, prepared: string, { archive, ...runs }: Runs): Promise<void> {
  const ours = join(folder, 'ours');
  cpSync(prepared, ours, { recursive: true });
  const command = [join(root, 'bin/wardroom.js'), '--data', ours, 'import', archive.zip];
  runs.wardroom.push(await runTree(folder, process.execPath, command));
  rmSync(ours, { recursive: true });
  runs.copy.push(await duckdbCopy(archive.csvs, folder));
  runs.unzip.push(await unzip(archive.zip, folder));
}

const secondsOf = (runs: readonly Timed[]): number => median(runs.map(({ seconds }) => seconds));
const processorOf = (runs: readonly { processorSeconds: number | null }[]): number =>
  median(runs.map(({ processorSeconds }) => processorSeconds ?? Number.NaN));
const peakOf = ({ wardroom }: Runs): number =>
  Math.max(...wardroom.map(({ peakMegabytes }) => peakMegabytes ?? Number.NaN));
const wallOf = ({ wardroom }: Runs): number => median(wardroom.map(({ seconds }) => seconds));

function report(all: readonly Runs[]): void {
  console.log(
    `\nMedians of ${rounds} rounds, ${availableParallelism()} cores; seconds, in brackets processor seconds:`,
  );
  const cell = (text: string): string => text.padStart(16);
  console.log(['rows', 'wardroom', 'unzip alone', 'DuckDB copy', 'ratio', 'peak'].map(cell).join(''));
  for (const runs of all) {
    const both = (seconds: number, processor: number): string => `${seconds.toFixed(1)} (${processor.toFixed(1)})`;
    const [wall, apart, copy] = [wallOf(runs), secondsOf(runs.unzip), secondsOf(runs.copy)];
    const [ours, theirs] = [processorOf(runs.wardroom) - processorOf(runs.unzip), processorOf(runs.copy)];
    const cells = [
      runs.archive.rows.toLocaleString('en-GB'),
      both(wall, processorOf(runs.wardroom)),
      both(apart, processorOf(runs.unzip)),
      both(copy, theirs),
      `${((wall - apart) / copy).toFixed(2)} (${(ours / theirs).toFixed(2)})`,
      `${peakOf(runs).toFixed(0)} MB`,
    ];
    console.log(cells.map(cell).join(''));
  }
  verdicts(all);
}

function verdicts(all: readonly Runs[]): void {
  const millions = (runs: Runs): number => runs.archive.rows / 1e6;
  const wall = linearFit(all.map((runs) => ({ x: millions(runs), y: wallOf(runs) })));
  const processor = linearFit(all.map((runs) => ({ x: millions(runs), y: processorOf(runs.wardroom) })));
  for (const [what, fit] of Object.entries({ 'Seconds of an import': wall, 'Processor seconds': processor })) {
    const line = `${fit.intercept.toFixed(2)} + ${fit.slope.toFixed(2)} × million rows`;
    console.log(`${what} = ${line}, R² ${fit.rSquared.toFixed(4)}`);
  }
  const largest = all.at(-1);
  if (largest === undefined) return;
  const ratio = (wallOf(largest) - secondsOf(largest.unzip)) / secondsOf(largest.copy);
  const met = (isMet: boolean): string => (isMet ? 'met' : 'MISSED');
  console.log(
    `Import less unzipping, against the copy: ${ratio.toFixed(2)} (at most ${TARGETS.ratio}): ${met(ratio <= TARGETS.ratio)}`,
  );
  const peak = Math.max(...all.map(peakOf));
  console.log(`Peak memory: ${peak.toFixed(0)} MB (under ${TARGETS.megabytes}): ${met(peak < TARGETS.megabytes)}`);
}

if (!existsSync(join(root, 'dist/cli.js'))) throw new Error('Build first: npm run build.');
if (!existsSync(source)) throw new Error(`${source} is not there: name the data folder as the first argument.`);
const { bavail, bsize } = await statfs(tmpdir());
const needed = Math.max(...targets) * BYTES_A_ROW;
if (bavail * bsize < needed) throw new Error(`${tmpdir()} needs ${(needed / 1e9).toFixed(0)} GB of room: set TMPDIR.`);
const folder = mkdtempSync(join(tmpdir(), 'wardroom-bench-'));
try {
  const prepared = join(folder, 'prepared');
  await runTree(folder, process.execPath, [join(root, 'bin/wardroom.js'), '--data', prepared, 'import', wards]);
  const archives = await makeArchives(source, folder, targets);
  const all: Runs[] = archives.map((archive) => ({ archive, wardroom: [], unzip: [], copy: [] }));
  for (let turn = 1; turn <= rounds; turn += 1) {
    for (const runs of all) {
      await round(folder, prepared, runs);
      const last = [runs.wardroom, runs.unzip, runs.copy].map((each) => each.at(-1)?.seconds.toFixed(1));
      console.log(
        `Round ${turn}, ${runs.archive.rows} rows in ${runs.archive.files} files: import ${last[0]} s, unzip ${last[1]} s, copy ${last[2]} s`,
      );
    }
  }
  report(all);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
