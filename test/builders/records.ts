import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, inject } from 'vitest';
import { APP_ROLE } from '../../src/platform/database/app-role.ts';
import { openEngine } from '../../src/platform/database/embedded/engine.ts';
import { engineConnections } from '../../src/platform/database/embedded/engine-connections.ts';
import { type Database, databaseOn, type Records } from '../../src/platform/database/index.ts';
import { serverConnections } from '../../src/platform/database/server.ts';
import { administer, askedFor, type ServerNotice } from '../server-postgresql.ts';

export interface EmptyRecords {
  /** Wardroom's own handle, past row security: for laying out what a test needs, and for looking at all of it. */
  records: Records;
  /** The handles that the app has: nobody's and somebody's, as the role that owns no table. */
  database: Database;
  /** Hands the records back; the next test gets them emptied. */
  close(): Promise<void>;
}

type Open = () => Promise<EmptyRecords>;

/** Empty, migrated records on PGlite, in this thread: quick (about 0.15 s the first time in a file, then 0.02 s). */
export const emptyRecords: Open = poolOf(async () => {
  const folder = await mkdtemp(join(inject('runFolder'), 'records-'));
  await cp(inject('recordsTemplate'), folder, { recursive: true });
  return databaseOn(engineConnections(await openEngine(folder)), 'embedded');
});

/** A new data folder with empty, migrated records, for what opens the folder itself; gone at the end of the run. */
export async function emptyDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(inject('runFolder'), 'data-'));
  await cp(inject('recordsTemplate'), join(folder, 'records'), { recursive: true });
  return folder;
}

/** Empty, migrated records in a database of their own on the server PostgreSQL. */
const emptyServerRecords: Open = poolOf(async () => {
  const { url, template, because } = await serverNotice(inject('serverNotice') ?? '');
  if (url === null) throw new Error(`The server PostgreSQL did not start: ${because}`);
  const name = `wardroom_test_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} template ${template}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = databaseOn(serverConnections(own.href, APP_ROLE), 'server');
  return {
    ...database,
    async close() {
      await database.close();
      await administer(url, `drop database ${name} with (force)`);
    },
  };
});

/**
 * Runs a store's tests on PGlite, and again on a server PostgreSQL where one is reachable.
 * @example
 * describeStores('the audit', (open) => {
 *   it('keeps who acted', async () => {
 *     const { records, close } = await open();
 *     …
 *     await close();
 *   });
 * });
 * @param body what it is given second says where the tests run: what needs several transactions at once is laid out for a
 *   server alone, since the embedded records run one after another
 * @param options.onlyOnServer for tests that are all about a server
 */
export function describeStores(
  name: string,
  body: (open: Open, mode: Database['mode']) => void,
  { onlyOnServer = false } = {},
): void {
  if (!onlyOnServer) describe(`${name}, on PGlite`, () => body(emptyRecords, 'embedded'));
  describe.skipIf(inject('serverNotice') === null)(`${name}, on a server`, () => {
    beforeEach(async (context) => {
      const { url, because, given } = await serverNotice(inject('serverNotice') ?? '');
      context.skip(url === null && !given, because);
    });
    body(emptyServerRecords, 'server');
  });
}

/** Keeps what a test hands back for the next one of the same file, and ends all of it after the file. */
function poolOf(make: () => Promise<Database>): Open {
  const idle: Database[] = [];
  const all: Database[] = [];
  afterAll(async () => {
    await Promise.all(all.map((kept) => kept.close()));
  });
  return async () => {
    const kept = idle.pop() ?? (await make());
    if (!all.includes(kept)) {
      all.push(kept);
      await refuseSeededTables(kept.system);
    }
    let open = true;
    return {
      records: kept.system,
      database: kept,
      async close() {
        if (!open) return;
        open = false;
        const all = (await tables(kept.system)).join(', ');
        // The audit refuses to be emptied; only its owner can take the triggers away that see to it.
        await kept.system.transaction().execute((trx) =>
          sql
            .raw(
              `alter table platform.audit disable trigger user; alter table platform.audit_chain disable trigger user;
              truncate ${all} restart identity cascade;
              alter table platform.audit enable trigger user; alter table platform.audit_chain enable trigger user`,
            )
            .execute(trx),
        );
        idle.push(kept);
      },
    };
  };
}

async function tables(records: Records): Promise<string[]> {
  const found = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('migration', 'migration_lock')
  `.execute(records);
  return found.rows.map((row) => row.name);
}

/** Emptying tables would take away what a migration put there: then this builder must learn to copy afresh. */
async function refuseSeededTables(records: Records): Promise<void> {
  const names = await tables(records);
  const counts = names.map((name) => `select '${name}' as name where exists (select from ${name})`);
  const seeded = await sql.raw<{ name: string }>(counts.join(' union all ')).execute(records);
  if (seeded.rows.length > 0)
    throw new Error(`A migration wrote rows into ${seeded.rows.map((row) => row.name).join(', ')}.`);
}

async function serverNotice(file: string): Promise<ServerNotice> {
  await writeFile(askedFor(file), '');
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return JSON.parse(text) as ServerNotice;
    await pause(100);
  }
  throw new Error('The server PostgreSQL did not start within thirty seconds.');
}
