import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../geography/index.ts';
import { isMonth, type Month } from '../lib/calendar/month.ts';
import type { Records } from '../platform/database/index.ts';
import type { ImportRecord } from './model.ts';
import { SOURCE_KINDS } from './source-kinds.ts';

const month = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const boundaryVersion = z.enum(BOUNDARY_VERSIONS);
const reasons = z.array(z.object({ reason: z.string(), count: z.number() }));
const importRow = z.object({
  id: z.string(),
  vintage: z.string(),
  file: z.string(),
  sha256: z.string(),
  kind: z.enum(SOURCE_KINDS),
  recognisedAs: z.string(),
  rowsRead: z.coerce.number(),
  rowsUsed: z.coerce.number(),
  refused: reasons,
  notices: reasons,
  from: month.nullable(),
  to: month.nullable(),
  boundaryVersions: z.array(boundaryVersion),
  importedAt: z.string(),
  importedBy: z.string(),
  revertedAt: z.string().nullable(),
  revertedBy: z.string().nullable(),
});

/** An import as it stands in the records. */
export type StoredImport = z.infer<typeof importRow>;

/** What is written down about one imported file. */
export type NewImport = Omit<
  ImportRecord,
  'id' | 'importedAt' | 'revertedAt' | 'revertedBy' | 'supersededMonths' | 'unchanged'
> & {
  /** Instant, ISO. */
  importedAt: string;
};

/** Waits until no other import or revert is writing; held to the end of the transaction. */
export async function lockImports(trx: Records): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('wardroom.sources.import'))`.execute(trx);
}

export async function insertImport(trx: Records, file: NewImport): Promise<string> {
  const { rows } = await sql`
    insert into sources.import (vintage, file, sha256, kind, recognised_as, rows_read, rows_used, refused, notices,
      first_month, last_month, boundary_versions, imported_at, imported_by)
    values (${file.vintage}, ${file.file}, ${file.sha256}, ${file.kind}, ${file.recognisedAs}, ${file.rowsRead},
      ${file.rowsUsed}, ${JSON.stringify(file.refused)}::jsonb, ${JSON.stringify(file.notices)}::jsonb, ${file.from},
      ${file.to}, ${file.boundaryVersions}::text[], ${file.importedAt}::timestamptz, ${file.importedBy})
    returning id::text as id`.execute(trx);
  const [row] = z
    .array(z.object({ id: z.string() }))
    .length(1)
    .parse(rows);
  return row?.id ?? '';
}

/** Every import, the latest first; reverted ones included. */
export async function readImports(records: Records): Promise<StoredImport[]> {
  const { rows } = await sql`
    select id::text as id, vintage, file, sha256, kind, recognised_as as "recognisedAs", rows_read as "rowsRead",
      rows_used as "rowsUsed", refused, notices, first_month as "from", last_month as "to",
      boundary_versions as "boundaryVersions",
      to_char(imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "importedAt",
      imported_by as "importedBy",
      to_char(reverted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "revertedAt",
      reverted_by as "revertedBy"
    from sources.import order by import.id desc`.execute(records);
  return z.array(importRow).parse(rows);
}

export async function markReverted(trx: Records, importId: string, at: string, by: string): Promise<void> {
  await sql`update sources.import set reverted_at = ${at}::timestamptz, reverted_by = ${by}
    where id = ${importId}::bigint`.execute(trx);
}

export async function insertLakeFiles(
  trx: Records,
  importId: string,
  files: readonly { path: string; rows: number }[],
): Promise<void> {
  await sql`insert into sources.lake_file (import_id, path, rows)
    select ${importId}::bigint, path, "rows"
    from json_to_recordset(${JSON.stringify(files)}::json) as x(path text, "rows" bigint)`.execute(trx);
}

/**
 * Takes an import's lake files out of the records.
 * @returns their paths below the data folder
 */
export async function deleteLakeFiles(trx: Records, importId: string): Promise<string[]> {
  const { rows } = await sql`delete from sources.lake_file where import_id = ${importId}::bigint
    returning path`.execute(trx);
  return z
    .array(z.object({ path: z.string() }))
    .parse(rows)
    .map(({ path }) => path);
}

/** The name of these records' own part of the lake; null where none was given yet. */
export async function readLakeIdentity(records: Records): Promise<string | null> {
  const { rows } = await sql`select identity::text as identity from sources.lake_identity`.execute(records);
  return (
    z
      .array(z.object({ identity: z.uuid() }))
      .max(1)
      .parse(rows)[0]?.identity ?? null
  );
}

/** The same, given to them when it is first needed. */
export async function lakeIdentity(records: Records): Promise<string> {
  const held = await readLakeIdentity(records);
  if (held !== null) return held;
  const give = (trx: Records) =>
    sql`insert into sources.lake_identity default values on conflict do nothing`.execute(trx);
  await (records.isTransaction ? give(records) : records.transaction().execute(give));
  return (await readLakeIdentity(records)) ?? '';
}

/** Files of street crime that live imports have in the lake, relative to the data folder. */
export async function readStreetFiles(records: Records): Promise<string[]> {
  const { rows } = await sql`
    select path from sources.lake_file where path like 'lake/%/street/import-%' order by path`.execute(records);
  return z
    .array(z.object({ path: z.string() }))
    .parse(rows)
    .map(({ path }) => path);
}

/** Imports that have files in the lake. */
export async function readLakeImports(records: Records): Promise<Set<string>> {
  const { rows } = await sql`select distinct import_id::text as id from sources.lake_file`.execute(records);
  return new Set(
    z
      .array(z.object({ id: z.string() }))
      .parse(rows)
      .map(({ id }) => id),
  );
}

/** Which live imports hold boundaries: changes whenever a ward may lie elsewhere than before. */
export async function readBoundaryImports(records: Records): Promise<string> {
  const { rows } = await sql`
    select coalesce(string_agg(id::text, ' ' order by id), '') as ids from sources.import
    where kind = 'boundaries' and reverted_at is null`.execute(records);
  return z.array(z.object({ ids: z.string() })).parse(rows)[0]?.ids ?? '';
}

/** Wards for which live street files of a vintage have street figures of a territorial force, by ward set. */
export async function readTerritorialWards(
  records: Records,
  vintage: string,
): Promise<Map<BoundaryVersion, Set<string>>> {
  const { rows } = await sql`
    select boundary_version as version, array_agg(distinct area_code) as codes from measures.series
    where publisher <> 'btp' and boundary_version <> 'unplaced' and category like 'street%' and import_id in (
      select id from sources.import where vintage = ${vintage} and kind = 'street' and reverted_at is null)
    group by 1`.execute(records);
  return new Map(
    z
      .array(z.object({ version: boundaryVersion, codes: z.array(z.string()) }))
      .parse(rows)
      .map(({ version, codes }) => [version, new Set(codes)]),
  );
}

/** Source categories that imports hold of some areas, by import and boundary version. */
export async function readFedCategories(
  records: Records,
  areaCodes: readonly string[],
): Promise<{ importId: string; boundaryVersion: string; categories: string[] }[]> {
  const { rows } = await sql`
    select import_id::text as "importId", boundary_version as "boundaryVersion",
      array_agg(distinct category order by category) as categories
    from measures.series where area_code = any (${areaCodes}::text[])
    group by import_id, boundary_version order by import_id, boundary_version`.execute(records);
  return z
    .array(z.object({ importId: z.string(), boundaryVersion: z.string(), categories: z.array(z.string()) }))
    .parse(rows);
}

/** Source categories that some imports hold. */
export async function readCategories(records: Records, importIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql`
    select distinct category from measures.series where import_id = any (${importIds}::bigint[])`.execute(records);
  return z
    .array(z.object({ category: z.string() }))
    .parse(rows)
    .map(({ category }) => category);
}

/** File of the newest live import of a lookup between two sets of areas; null when there is none. */
export async function readLookupFile(records: Records, fromSet: string, toSet: string): Promise<string | null> {
  const { rows } = await sql`
    select file from sources.import join geography.area_lookup on import_id = import.id
    where reverted_at is null and from_set = ${fromSet} and to_set = ${toSet}
    order by import.id desc limit 1`.execute(records);
  return fileOf(rows);
}

/** File of the table of harm weights in use: the newest live one, of any version and source; null when there is none. */
export async function readHarmWeightFile(records: Records): Promise<string | null> {
  const { rows } = await sql`
    select file from sources.import
    where reverted_at is null and exists (select from measures.harm_weight where import_id = import.id)
    order by import.id desc limit 1`.execute(records);
  return fileOf(rows);
}

const fileOf = (rows: unknown): string | null => z.array(z.object({ file: z.string() })).parse(rows)[0]?.file ?? null;

/** Marks a point in a transaction to come back to. */
export async function setSavepoint(trx: Records, name: string): Promise<void> {
  await sql`savepoint ${sql.id(name)}`.execute(trx);
}

/** Undoes what a transaction wrote since a point marked with {@link setSavepoint}. */
export async function returnToSavepoint(trx: Records, name: string): Promise<void> {
  await sql`rollback to savepoint ${sql.id(name)}`.execute(trx);
}
