import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openLake } from '../../../src/platform/lake/index.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { leftOutOf } from '../../../src/sources/service.ts';

/** What is held, each part as one hash, so that two states can be compared and what differs be named. */
export type HeldState = Readonly<Record<string, string>>;

/** Columns that differ between two imports of the same files: numbers given by the records, and times. */
const NUMBERS_AND_TIMES = new Set([
  'id',
  'import_id',
  'by_import_id',
  'command',
  'imported_at',
  'reverted_at',
  'at',
  'path',
  'detail',
  // Of the audit: random, or made of what is.
  'salt',
  'content_hash',
  'prev_hash',
  'hash',
  'instance',
]);
/** Its one row is the random name of these records. */
const LEFT_ALONE = new Set(['sources.lake_identity']);

/**
 * Everything the records, the lake and the files of rows left out hold, numbers of imports and times apart: rows say of
 * which file they are instead.
 * @throws when a file that the records name is not there, cannot be read, or has another number of rows
 */
export async function heldState(platform: Platform): Promise<HeldState> {
  const state: Record<string, string> = {};
  for (const table of await tables(platform)) state[table] = await tableHash(platform, table);
  return { ...state, lake: await lakeHash(platform), 'rows left out': await leftOutHash(platform) };
}

/** Parts in which two states differ. */
export function differences(a: HeldState, b: HeldState): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((part) => a[part] !== b[part]);
}

async function tables({ records }: Platform): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('migration', 'migration_lock')
    order by 1`.execute(records);
  return rows.map(({ name }) => name).filter((name) => !LEFT_ALONE.has(name));
}

async function tableHash({ records }: Platform, table: string): Promise<string> {
  const [schema = '', name = ''] = table.split('.');
  const columns = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = ${schema} and table_name = ${name} order by 1`.execute(records);
  const names = columns.rows.map((row) => row.name);
  const kept = names.filter((column) => !NUMBERS_AND_TIMES.has(column)).map((column) => `t.${column}`);
  const files = names.flatMap((column) => (/import_id$|^command$/.test(column) ? [fileOf(column)] : []));
  const reverted = names.includes('reverted_at') ? ['t.reverted_at is null'] : [];
  const row = `jsonb_build_array(${[...kept, ...files, ...reverted].join(', ')})::text`;
  const { rows } = await sql
    .raw<{ hash: string | null }>(
      `select md5(string_agg(md5(${row}), '' order by md5(${row}))) as hash from ${table} as t`,
    )
    .execute(records);
  return rows[0]?.hash ?? 'empty';
}

const fileOf = (column: string): string =>
  `(select vintage || '/' || file || '/' || (reverted_at is null) from sources.import where import.id = t.${column})`;

async function lakeHash({ records, dataFolder }: Platform): Promise<string> {
  const { rows } = await sql<{ file: string; path: string; rows: string }>`
    select vintage || '/' || file as file, path, "rows"::text as "rows"
    from sources.lake_file join sources.import on import.id = import_id order by 1, 2`.execute(records);
  const lake = await openLake(join(dataFolder, 'look'));
  const said: string[] = [];
  try {
    for (const each of rows) {
      const [found] = await lake.query(
        `select count(*)::integer as n, sum(hash(t)::hugeint)::varchar as hash from read_parquet($1) as t`,
        [join(dataFolder, each.path)],
      );
      if (Number(each.rows) !== found?.n) throw new Error(`${each.path} has ${found?.n} rows, not ${each.rows}.`);
      said.push(
        [each.file, each.path.split('/').toSpliced(1, 1).toSpliced(2, 1).join('/'), found.n, found.hash].join(' '),
      );
    }
  } finally {
    await lake.close();
  }
  return hashOf(said);
}

async function leftOutHash(platform: Platform): Promise<string> {
  const { rows } = await sql<{ id: string; file: string; count: number }>`
    select id::text as id, vintage || '/' || file as file, (rows_read - rows_used)::integer as count
    from sources.import where reverted_at is null order by 2`.execute(platform.records);
  const said: string[] = [];
  for (const { id, file, count } of rows) {
    let found = 0;
    for await (const row of (await leftOutOf(platform, id, null)) ?? []) {
      found += 1;
      said.push(`${file} ${JSON.stringify(row)}`);
    }
    if (found !== count) throw new Error(`${file} left out ${count} rows, of which ${found} are kept.`);
  }
  return hashOf(said);
}

const hashOf = (said: readonly string[]): string =>
  said.length === 0 ? 'empty' : createHash('md5').update(said.toSorted().join('\n')).digest('hex');

/** Files of lake and staging that the records do not name: what a killed process left, to be swept. */
export async function orphans({ records, dataFolder }: Platform): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`select path from sources.lake_file`.execute(records);
  const live = await sql<{ id: string }>`
    select id::text as id from sources.import where reverted_at is null and rows_read > rows_used`.execute(records);
  const named = new Set(rows.map(({ path }) => path));
  const refused = new Set(live.rows.map(({ id }) => `refused/import-${id}.csv`));
  const isNamed = (path: string): boolean => named.has(path) || refused.has(path.split('/').slice(-2).join('/'));
  const found = [...(await filesBelow(dataFolder, 'lake')), ...(await filesBelow(dataFolder, 'staging'))];
  return found.filter((path) => !isNamed(path));
}

/** Files and empty folders below one of the data folder, relative to it. */
async function filesBelow(dataFolder: string, folder: string): Promise<string[]> {
  const found = await readdir(join(dataFolder, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = found.map((entry) => ({
    entry,
    path: join(entry.parentPath, entry.name).slice(dataFolder.length + 1),
  }));
  const isEmptyStaging = (path: string): boolean => path.split('/').length === 2 && path.startsWith('staging/');
  return paths.flatMap(({ entry, path }) => (entry.isFile() || isEmptyStaging(path) ? [path] : []));
}
