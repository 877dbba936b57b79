import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../src/platform/database/index.ts';
import { withServer } from './with-server.ts';

/** Measures in new records of a folder that is removed afterwards: PGlite's, or with --server a server PostgreSQL's. */
export async function inNewRecords(
  name: string,
  measure: (database: Database, dataFolder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `wardroom-${name}-`));
  try {
    if (process.argv.includes('--server')) return await withServer(folder, measure);
    const database = await openDatabase({ dataFolder: folder, databaseUrl: null });
    await measure(database, folder);
    await database.close();
  } finally {
    await rm(folder, { recursive: true });
  }
}
