import type { Kysely } from 'kysely';

/** No table is known to the handle itself: each store names its own with `records.withTables<…>()`. */
// biome-ignore lint/complexity/noBannedTypes: kysely's table map, empty on purpose
export type NoTables = {};

/** A handle on the records, or a transaction of one (kysely's Transaction extends it). */
export type Records = Kysely<NoTables>;

export interface Database {
  /** Nobody's: sees what is published, and changes nothing. */
  records: Records;
  /**
   * Somebody's: inside a transaction it sees and changes what the claim allows; a statement outside one is nobody's.
   * @param claim as claimOf() of platform/access makes it
   * @param patient whether its transactions may take as long as they need, whatever the settings say: for work that no
   *   reader waits for
   */
  actingAs(claim: string, patient?: boolean): Records;
  /** Wardroom's own, past row security: for laying out the records, signing in and keeping the audit. */
  system: Records;
  mode: 'embedded' | 'server';
  /** Ends everything this handle started; afterwards the process has nothing left to wait for. */
  close(): Promise<void>;
}

export interface DatabaseSettings {
  /** Folder that holds the embedded records and the lake; absolute. */
  dataFolder: string;
  /** PostgreSQL server to use instead of the embedded records; null for embedded. */
  databaseUrl: string | null;
  /**
   * The same server for a login that is only a member of wardroom_app and owns nothing, for everything but Wardroom's own
   * work; the owner's login, which takes that role on, when left out.
   */
  databaseAppUrl?: string | null;
  /**
   * Most milliseconds that a statement may take on a server, Wardroom's own work and patient transactions apart; no end
   * when left out. The embedded records run in one thread and cannot be interrupted.
   */
  statementMilliseconds?: number;
}
