import type { Kysely } from 'kysely';

/** No table is known to the handle itself: each store names its own with `records.withTables<…>()`. */
// biome-ignore lint/complexity/noBannedTypes: kysely's table map, empty on purpose
export type NoTables = {};

/** A handle on the records, or a transaction of one (kysely's Transaction extends it). */
export type Records = Kysely<NoTables>;

export interface Database {
  records: Records;
  mode: 'embedded' | 'server';
  /** Ends everything this handle started; afterwards the process has nothing left to wait for. */
  close(): Promise<void>;
}

export interface DatabaseSettings {
  /** Folder that holds the embedded records and the lake; absolute. */
  dataFolder: string;
  /** PostgreSQL server to use instead of the embedded records; null for embedded. */
  databaseUrl: string | null;
}
