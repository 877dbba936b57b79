import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeEach, describe, inject } from 'vitest';
import { APP_ROLE } from '../../src/platform/database/app-role.ts';
import type { Connections } from '../../src/platform/database/connections.ts';
import { openEngine } from '../../src/platform/database/embedded/engine.ts';
import { engineConnections } from '../../src/platform/database/embedded/engine-connections.ts';
import { type Database, databaseOn, type Records } from '../../src/platform/database/index.ts';
import { serverConnections } from '../../src/platform/database/server.ts';
import { afterEachFile } from '../after-each-file.ts';
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

/** Empty, migrated records on PGlite, in this thread: about 0.5 s of the processor the first time in a worker, then 0.03 s. */
export const emptyRecords: Open = poolOf('embedded', async () => {
  const folder = await mkdtemp(join(inject('runFolder'), 'records-'));
  await cp(inject('recordsTemplate'), folder, { recursive: true });
  const connections = engineConnections(await openEngine(folder));
  return { connections, end: () => connections.end() };
});

/** A new data folder with empty, migrated records, for what opens the folder itself; gone at the end of the run. */
export async function emptyDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(inject('runFolder'), 'data-'));
  await cp(inject('recordsTemplate'), join(folder, 'records'), { recursive: true });
  return folder;
}

/** Empty, migrated records in a database of their own on the server PostgreSQL. */
const emptyServerRecords: Open = poolOf('server', async () => {
  const { url, template, because } = await serverNotice(inject('serverNotice') ?? '');
  if (url === null) throw new Error(`The server PostgreSQL did not start: ${because}`);
  const name = `${template}_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} template ${template}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const connections = serverConnections(own.href, APP_ROLE);
  return {
    connections,
    async end() {
      await connections.end();
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

/** A database whose tables were emptied, or are about to be filled. */
interface Kept {
  connections: Connections;
  /** Takes the database away for good. */
  end(): Promise<void>;
  /** What it consists of, as it was made. */
  shape: string;
}

/** What waits for the next file of tests; each further one takes memory. */
const MOST_KEPT = 3;

/**
 * Keeps what a test hands back, emptied, for the next one, of this file or of a later one in the same worker. Handles are
 * new each time: what the app remembers by them is forgotten.
 */
function poolOf(mode: Database['mode'], make: () => Promise<Omit<Kept, 'shape'>>): Open {
  const idle: Kept[] = [];
  const lent = new Set<Kept>();
  afterEachFile(async () => {
    const ended = [...lent, ...idle.splice(MOST_KEPT)];
    lent.clear();
    for (const kept of idle.splice(0)) {
      const { system } = databaseOn(kept.connections, mode);
      const same = await shapeOf(system).then(
        (shape) => shape === kept.shape,
        () => false,
      );
      (same ? idle : ended).push(kept);
    }
    await Promise.all(ended.map(({ end }) => end()));
  });
  return async () => {
    const kept = idle.pop() ?? (await makeWhole(mode, make));
    lent.add(kept);
    const database = databaseOn(kept.connections, mode);
    return {
      records: database.system,
      database,
      async close() {
        if (!lent.delete(kept)) return;
        await emptyTables(database.system);
        idle.push(kept);
      },
    };
  };
}

async function makeWhole(mode: Database['mode'], make: () => Promise<Omit<Kept, 'shape'>>): Promise<Kept> {
  const made = await make();
  const { system } = databaseOn(made.connections, mode);
  await refuseSeededTables(system);
  return { ...made, shape: await shapeOf(system) };
}

/** Pages of 8 kB above which a table is truncated. */
const MOST_DELETED = 16;

/**
 * Empties what was written to. Deleting a few rows takes 10 ms and truncating every table 300 to 900 ms on PGlite, whose
 * truncated tables are new files; only tables that grew are truncated, for deleted rows stay in their pages. As a replica
 * neither the audit, which refuses to be emptied, nor a foreign key minds.
 */
async function emptyTables(records: Records): Promise<void> {
  const written = await sql<{ name: string; pages: number }>`
    select format('%I.%I', schemaname, tablename) as name,
      (pg_relation_size(format('%I.%I', schemaname, tablename)::regclass) / 8192)::int as pages
    from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('migration', 'migration_lock')
      and pg_relation_size(format('%I.%I', schemaname, tablename)::regclass) > 0
  `.execute(records);
  const named = (grown: boolean) =>
    written.rows.filter(({ pages }) => pages > MOST_DELETED === grown).map(({ name }) => name);
  const truncated = named(true).length === 0 ? [] : [`truncate ${named(true).join(', ')} cascade`];
  const statements = [
    'set local session_replication_role = replica',
    ...truncated,
    ...named(false).map((name) => `delete from ${name}`),
    `select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) from pg_sequences
      where last_value is not null`,
  ];
  await records.transaction().execute((trx) => sql.raw(statements.join('; ')).execute(trx));
}

/** A digest of what the records consist of: schemas, tables, columns, triggers, policies, rights, functions, and whose they are. */
async function shapeOf(records: Records): Promise<string> {
  const found = await sql<{ shape: string }>`
    select md5(concat(
      (select string_agg(concat(oid, nspname, nspowner, nspacl), ',' order by oid) from pg_namespace
        where nspname not like 'pg\\_%'),
      (select string_agg(concat(oid, relname, relowner, relrowsecurity, relforcerowsecurity, relacl), ',' order by oid)
        from pg_class where relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace <> 'pg_toast'::regnamespace
          and relpersistence <> 't'),
      (select string_agg(concat(attrelid, attname, atttypid, attnotnull), ',' order by attrelid, attnum)
        from pg_attribute where attrelid >= 16384),
      (select string_agg(concat(oid, tgname, tgenabled), ',' order by oid) from pg_trigger where not tgisinternal),
      (select string_agg(concat(oid, conname), ',' order by oid) from pg_constraint),
      (select string_agg(concat(oid, polname), ',' order by oid) from pg_policy),
      (select string_agg(concat(oid, proowner, prosrc), ',' order by oid) from pg_proc where oid >= 16384)
    )) as shape
  `.execute(records);
  return found.rows[0]?.shape ?? '';
}

/** Emptying tables would take away what a migration put there: then this builder must learn to copy afresh. */
async function refuseSeededTables(records: Records): Promise<void> {
  const found = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('migration', 'migration_lock')
  `.execute(records);
  const counts = found.rows.map(({ name }) => `select '${name}' as name where exists (select from ${name})`);
  const seeded = await sql.raw<{ name: string }>(counts.join(' union all ')).execute(records);
  if (seeded.rows.length > 0)
    throw new Error(`A migration wrote rows into ${seeded.rows.map(({ name }) => name).join(', ')}.`);
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
