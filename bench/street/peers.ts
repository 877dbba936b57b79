import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { openArchive, unpackEntry } from '../../src/sources/archive/archive-importer.ts';

/** Wall clock and processor time of some work in this process. */
export interface Timed {
  seconds: number;
  processorSeconds: number;
}

async function timed(work: () => Promise<void>): Promise<Timed> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, processorSeconds: (user + system) / 1e6 };
}

/** Unpacks an archive file by file as the import does, lengths and checksums verified, and keeps nothing. */
export async function unzip(zip: string, folder: string): Promise<Timed> {
  const target = join(folder, 'unzipped.csv');
  const spent = await timed(async () => {
    const archive = await openArchive(zip, basename(zip));
    for (const entry of archive.entries) await unpackEntry(archive, entry, target, basename(zip));
    archive.close();
  });
  await rm(target);
  return spent;
}

const TEXT = "'VARCHAR'";
const NUMBER = "'DOUBLE'";
const COLUMNS = [
  ['crime_id', TEXT],
  ['month', TEXT],
  ['reported_by', TEXT],
  ['falls_within', TEXT],
  ['longitude', NUMBER],
  ['latitude', NUMBER],
  ['location', TEXT],
  ['lsoa_code', TEXT],
  ['lsoa_name', TEXT],
  ['crime_type', TEXT],
  ['last_outcome_category', TEXT],
  ['context', TEXT],
];

/**
 * DuckDB copies the unzipped CSVs to the Parquet files an import leaves: a file for each force and month, the same
 * columns and compression, two threads, two files at a time, the same memory limit. It checks nothing, looks for no
 * repeats and finds no ward: that column is empty, and the force is a word.
 */
export async function duckdbCopy(csvs: readonly string[], folder: string): Promise<Timed> {
  const out = join(folder, 'copied');
  await mkdir(out, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '300MB',
    threads: '2',
    temp_directory: join(folder, 'spill'),
  });
  const types = COLUMNS.map(([column, type]) => `${column}: ${type}`).join(', ');
  const waiting = [...csvs];
  const work = async (): Promise<void> => {
    const connection = await instance.connect();
    for (let csv = waiting.shift(); csv !== undefined; csv = waiting.shift()) {
      await connection.run(`
        copy (
          select *, 'metropolitan' as force, null::varchar as ward_2022
          from read_csv('${csv}', columns = {${types}}, header = true, auto_detect = false, delim = ',', quote = '"',
            escape = '"', nullstr = ''))
        to '${join(out, basename(csv, '.csv'))}.parquet' (format parquet, compression zstd, compression_level 1)`);
    }
    connection.closeSync();
  };
  const spent = await timed(async () => {
    await Promise.all([work(), work()]);
  });
  instance.closeSync();
  await rm(out, { recursive: true });
  return spent;
}
