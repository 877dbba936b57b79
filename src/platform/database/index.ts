import { Kysely } from 'kysely';
import { APP_ROLE } from './app-role.ts';
import type { Connections } from './connections.ts';
import { type Actor, recordsDialect } from './dialect.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { migrate } from './migrate.ts';
import type { Database, DatabaseSettings, Records } from './model.ts';
import { serverConnections } from './server.ts';

export { takeFolderLock } from './embedded/folder-lock.ts';
export { RecordsUnavailable, StatementError } from './errors.ts';
export { inRefusingTransaction, inTransaction } from './in-transaction.ts';
export { insertRows } from './insert-rows.ts';
export type { Database, DatabaseSettings, NoTables, Records } from './model.ts';

/**
 * Opens the records and migrates them: PostgreSQL when a server is named, else the embedded records of the data folder.
 * The same SQL runs on both. In embedded mode one process owns the folder and every other one speaks to it through a
 * socket; either way the caller sees the same handle.
 * @throws RecordsUnavailable with one sentence when they cannot be opened
 * @example
 * const database = await openDatabase({ dataFolder: '/srv/wardroom', databaseUrl: null });
 * await sql`select count(*) from measures.series`.execute(database.records);
 * await database.close();
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { databaseUrl, dataFolder } = settings;
  if (databaseUrl === null) {
    const connections = await openEmbedded(dataFolder);
    try {
      await migrate(handle(connections, { kind: 'system' }));
      await startAsApp(connections);
    } catch (error) {
      await connections.end();
      throw error;
    }
    return databaseOn(connections, 'embedded');
  }
  const owner = serverConnections(databaseUrl, null);
  try {
    await migrate(handle(owner, { kind: 'system' }));
  } finally {
    await owner.end();
  }
  const statementMilliseconds = settings.statementMilliseconds ?? null;
  const appUrl = settings.databaseAppUrl ?? null;
  if (appUrl === null) return databaseOn(serverConnections(databaseUrl, APP_ROLE, statementMilliseconds), 'server');
  const app = serverConnections(appUrl, APP_ROLE, statementMilliseconds);
  return databaseOn(app, 'server', serverConnections(databaseUrl, APP_ROLE, statementMilliseconds));
}

/**
 * The three handles on open, migrated records whose sessions are the app's.
 * @param own connections of the tables' owner, for Wardroom's own work; the same ones when left out
 */
export function databaseOn(connections: Connections, mode: Database['mode'], own = connections): Database {
  return {
    records: handle(connections, { kind: 'nobody' }),
    actingAs: (claim, patient = false) => handle(connections, { kind: 'somebody', claim, patient }),
    system: handle(own, { kind: 'system' }),
    mode,
    async close() {
      await connections.end();
      if (own !== connections) await own.end();
    },
  };
}

const handle = (connections: Connections, actor: Actor): Records =>
  new Kysely({ dialect: recordsDialect(connections, actor) });

/** The session of records that were just made is still their owner's; from the next start on it begins as the app's. */
async function startAsApp(connections: Connections): Promise<void> {
  const connection = await connections.acquire();
  try {
    await connection.run(`set role ${APP_ROLE}`, []);
  } finally {
    connection.release();
  }
}
