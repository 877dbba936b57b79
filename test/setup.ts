import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely } from 'kysely';
import type { TestProject } from 'vitest/node';
import { recordsDialect } from '../src/platform/database/dialect.ts';
import { openEngine } from '../src/platform/database/embedded/engine.ts';
import { engineConnections } from '../src/platform/database/embedded/engine-connections.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { offerServer } from './server-postgresql.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty folder of embedded records, to be copied and never opened. */
    recordsTemplate: string;
    /** Folder of this run, removed at its end. */
    runFolder: string;
    /** Where a server PostgreSQL says that it is ready; null when there is none. */
    serverNotice: string | null;
  }
}

/** Once per run: the template of empty records, and a server PostgreSQL where one can be had. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = await mkdtemp(join(tmpdir(), 'wardroom-test-'));
  project.provide('runFolder', runFolder);
  project.provide('recordsTemplate', await recordsTemplate());
  const server = await offerServer(runFolder);
  project.provide('serverNotice', server?.notice ?? null);
  if (server === null) {
    process.stdout.write('Store tests run on PGlite only: no PostgreSQL server here (TEST_DATABASE_URL adds one).\n');
  }
  return async () => {
    await server?.stop();
    await rm(runFolder, { recursive: true, force: true });
  };
}

/** Makes the template when the migrations or PGlite changed since the last run; several runs may do so at once. */
async function recordsTemplate(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'wardroom');
  const template = join(cache, `records-${await templateKey()}`);
  if (await exists(template)) return template;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'draft-'));
  const records = new Kysely({
    dialect: recordsDialect(engineConnections(await openEngine(join(draft, 'records'))), { kind: 'system' }),
  });
  await migrate(records);
  await records.destroy();
  // Another run may have been first: then its template stands.
  await rename(join(draft, 'records'), template).catch(async (error: unknown) => {
    if (!(await exists(template))) throw error;
  });
  await rm(draft, { recursive: true, force: true });
  return template;
}

async function templateKey(): Promise<string> {
  const hash = createHash('sha256');
  const migrations = join(root, 'migrations');
  for (const file of (await readdir(migrations)).sort()) {
    hash.update(file);
    hash.update(await readFile(join(migrations, file)));
  }
  hash.update(await readFile(join(root, 'node_modules', '@electric-sql', 'pglite', 'package.json')));
  return hash.digest('hex').slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
