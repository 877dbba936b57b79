import { readdir, readFile } from 'node:fs/promises';
import { type Migration, Migrator, sql } from 'kysely';
import { RecordsUnavailable } from './errors.ts';
import type { Records } from './model.ts';

/** The ordered list, beside src/ and beside dist/. */
const migrationsFolder = new URL('../../../migrations/', import.meta.url);

/**
 * Brings the records to the newest form, each migration once and in name order.
 * Safe when two processes start at once: kysely takes PostgreSQL's advisory lock for the whole of it.
 * @throws RecordsUnavailable in one sentence naming the migration
 */
export async function migrate(records: Records, folder: URL = migrationsFolder): Promise<void> {
  const migrations = await readMigrations(folder);
  const migrator = new Migrator({
    db: records,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof RecordsUnavailable) throw error;
  const cause = error instanceof Error ? error.message : String(error);
  const unknown = /previously executed migration (\S+) is missing/.exec(cause)?.[1];
  if (unknown !== undefined) {
    throw new RecordsUnavailable(
      `The records were written by a newer Wardroom (its migration ${unknown} is not known here): update Wardroom.`,
    );
  }
  const failed = results?.find((result) => result.status === 'Error')?.migrationName;
  const which = failed === undefined ? 'The records could not be migrated' : `The migration ${failed} failed`;
  throw new RecordsUnavailable(`${which} and nothing was changed: ${cause}.`, { cause: error });
}

async function readMigrations(folder: URL): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const entries = files.map(async (file): Promise<[string, Migration]> => {
    const text = await readFile(new URL(file, folder), 'utf8');
    return [file.slice(0, -'.sql'.length), { up: async (trx) => void (await sql.raw(text).execute(trx)) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}
