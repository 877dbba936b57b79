import { Kysely } from 'kysely';
import type { Connections } from './connections.ts';
import { recordsDialect } from './dialect.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { migrate } from './migrate.ts';
import type { Database, DatabaseSettings } from './model.ts';
import { serverConnections } from './server.ts';

export { takeFolderLock } from './embedded/folder-lock.ts';
export { RecordsUnavailable, StatementError } from './errors.ts';
export { insertRows } from './insert-rows.ts';
export type { Database, DatabaseSettings, NoTables, Records } from './model.ts';

/**
 * Opens the records and migrates them: PostgreSQL when a server is named, else the embedded records of the data folder.
 * The same SQL runs on both. In embedded mode one process owns the folder and every other one speaks to it through a
 * socket; either way the caller sees the same handle.
 * @throws RecordsUnavailable with one sentence when they cannot be opened
 * @example
 * const database = await openDatabase({ dataFolder: '/srv/wardroom', databaseUrl: null });
 * await sql`select count(*) from platform.audit`.execute(database.records);
 * await database.close();
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const mode = settings.databaseUrl === null ? 'embedded' : 'server';
  const connections: Connections =
    settings.databaseUrl === null ? await openEmbedded(settings.dataFolder) : serverConnections(settings.databaseUrl);
  const records = new Kysely({ dialect: recordsDialect(connections) });
  try {
    await migrate(records);
  } catch (error) {
    await records.destroy();
    throw error;
  }
  return { records, mode, close: () => records.destroy() };
}
