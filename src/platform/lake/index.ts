import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { appendColumns, type LakeColumn } from './append-columns.ts';
import { type LakeRow, type LakeValue, readColumns, readRows } from './read-result.ts';

export type { LakeColumn } from './append-columns.ts';
export type { LakeRow, LakeValue } from './read-result.ts';

/** DuckDB over Parquet and CSV files: scans, joins and writes; nothing is kept here but files. */
export interface Lake {
  /**
   * Runs one statement and gives its rows. Parameters stand as $1, $2 … or ?; file names of `copy … to` cannot be
   * parameters. Statements asked for one after another share a connection, and so its temporary tables; those asked
   * for at once run side by side.
   * @throws LakeError with DuckDB's own sentence
   */
  query(sql: string, parameters?: readonly LakeParameter[]): Promise<LakeRow[]>;
  /** As query, but gives each column as a list: quicker and smaller for many rows. */
  columns(sql: string, parameters?: readonly LakeParameter[]): Promise<Record<string, LakeValue[]>>;
  /** Adds rows to a table, handed over by column: about 3 million values a second. */
  append(table: string, columns: readonly LakeColumn[]): Promise<void>;
  /** Ends DuckDB and removes what it spilled to disk. */
  close(): Promise<void>;
}

export type LakeParameter = string | number | bigint | boolean | null;

export interface LakeSettings {
  /** DuckDB's own limit; what goes beyond is spilled to the folder. The process needs about 150 MB more. */
  memoryMegabytes?: number;
  threads?: number;
}

export class LakeError extends Error {
  override name = 'LakeError';
}

const usualMemoryMegabytes = 300;
const usualThreads = 2;

/**
 * Opens DuckDB in memory, with its spill files under the folder. It neither fetches nor loads extensions, so it has no
 * network: CSV, JSON and Parquet are built in.
 * @param folder data folder or staging folder; absolute
 */
export async function openLake(folder: string, settings: LakeSettings = {}): Promise<Lake> {
  await mkdir(folder, { recursive: true });
  const spill = await mkdtemp(join(folder, 'lake-spill-'));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${settings.memoryMegabytes ?? usualMemoryMegabytes}MB`,
    threads: String(settings.threads ?? usualThreads),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    lock_configuration: 'true',
  });
  const connections = connectionsOf(instance);
  const run = (sql: string, parameters: readonly LakeParameter[]) =>
    connections.use((connection) => named(connection.run(sql, [...parameters])));
  return {
    query: async (sql, parameters = []) => readRows(await run(sql, parameters)),
    columns: async (sql, parameters = []) => readColumns(await run(sql, parameters)),
    append: (table, columns) => connections.use((connection) => named(appendColumns(connection, table, columns))),
    async close() {
      connections.close();
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

interface LakeConnections {
  use<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result>;
  close(): void;
}

/** A connection runs one statement at a time: the first free one is used, and another made when there is none. */
function connectionsOf(instance: DuckDBInstance): LakeConnections {
  const made: { connection: Promise<DuckDBConnection>; busy: boolean }[] = [];
  const opened: DuckDBConnection[] = [];
  const connect = async () => {
    const connection = await instance.connect();
    opened.push(connection);
    return connection;
  };
  return {
    async use(work) {
      const free = made.find((one) => !one.busy) ?? { connection: connect(), busy: false };
      if (!made.includes(free)) made.push(free);
      free.busy = true;
      try {
        return await work(await free.connection);
      } finally {
        free.busy = false;
      }
    },
    close() {
      for (const connection of opened) connection.closeSync();
    },
  };
}

async function named<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new LakeError(error instanceof Error ? error.message : String(error));
  }
}
