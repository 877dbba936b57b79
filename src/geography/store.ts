import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../platform/database/index.ts';
import { AREA_KINDS, BOUNDARY_VERSIONS } from './boundary-versions.ts';
import type { Area, AreaLookup, Boundary, BoundarySet, BoundaryVersion, PoliceNeighbourhood } from './model.ts';

/** Boundaries written in one statement: about half a megabyte of full-resolution wards. */
const ROWS_AT_ONCE = 100;

const version = z.enum(BOUNDARY_VERSIONS);
const kind = z.enum(AREA_KINDS);
const boundarySetRow = z.object({
  version,
  kind,
  title: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  source: z.string(),
});
const areaRow = z.object({
  code: z.string(),
  name: z.string(),
  kind,
  version,
  boroughCode: z.string().nullable(),
  boroughName: z.string().nullable(),
});
const position = z.tuple([z.number(), z.number()]);
const boundaryRow = areaRow.extend({ polygons: z.array(z.array(z.array(position))) });

/** Boundaries by version and code, each from the newest live import that holds it, some imports left aside. */
const liveBoundaryWithout = (importIds: readonly string[]) => sql`
  select distinct on (boundary.version, boundary.code) boundary.*
  from geography.boundary
  join sources.import on import.id = boundary.import_id and import.reverted_at is null
  where import.id <> all (${importIds}::bigint[])
  order by boundary.version, boundary.code, boundary.import_id desc`;
const liveBoundary = liveBoundaryWithout([]);

const areaColumns = sql`
  area.code, area.name, boundary_set.kind, area.version,
  area.borough_code as "boroughCode", area.borough_name as "boroughName"`;

export async function readBoundarySets(records: Records): Promise<BoundarySet[]> {
  const { rows } = await sql`
    select version, kind, title, to_char(in_force_from, 'YYYY-MM-DD') as "from",
      to_char(in_force_until, 'YYYY-MM-DD') as until, source
    from geography.boundary_set`.execute(records);
  return z.array(boundarySetRow).parse(rows);
}

/** Adds boundary sets, or brings those of the same version up to date. */
export async function writeBoundarySets(trx: Records, sets: readonly BoundarySet[]): Promise<void> {
  await sql`
    insert into geography.boundary_set (version, kind, title, in_force_from, in_force_until, source)
    select version, kind, title, "from", until, source
    from json_to_recordset(${JSON.stringify(sets)}::json)
      as x(version text, kind text, title text, "from" date, until date, source text)
    on conflict (version) do update set kind = excluded.kind, title = excluded.title,
      in_force_from = excluded.in_force_from, in_force_until = excluded.in_force_until, source = excluded.source
    `.execute(trx);
}

/** The reference areas held, of every version. */
export async function readReferenceAreas(records: Records): Promise<Area[]> {
  const { rows } = await sql`
    select ${areaColumns} from geography.area join geography.boundary_set using (version)
    order by area.version collate "C", area.code collate "C"`.execute(records);
  return z.array(areaRow).parse(rows);
}

/** Adds reference areas, or brings those of the same code up to date. */
export async function writeReferenceAreas(trx: Records, areas: readonly Area[]): Promise<void> {
  await sql`
    insert into geography.area (version, code, name, borough_code, borough_name)
    select version, code, name, "boroughCode", "boroughName"
    from json_to_recordset(${JSON.stringify(areas)}::json)
      as x(version text, code text, name text, "boroughCode" text, "boroughName" text)
    on conflict (version, code) do update set name = excluded.name,
      borough_code = excluded.borough_code, borough_name = excluded.borough_name`.execute(trx);
}

/** Reference areas of a version and those that live imports add to them, by code. */
export async function readAreas(records: Records, boundaryVersion: BoundaryVersion): Promise<Area[]> {
  const { rows } = await sql`
    with area as (
      select version, code, name, borough_code, borough_name from geography.area
      union all
      select version, code, name, borough_code, borough_name from (${liveBoundary}) as live
      where not exists (select from geography.area where area.version = live.version and area.code = live.code)
    )
    select ${areaColumns} from area join geography.boundary_set using (version)
    where area.version = ${boundaryVersion} order by area.code collate "C"`.execute(records);
  return z.array(areaRow).parse(rows);
}

export async function insertBoundaries(
  trx: Records,
  importId: string | number,
  boundaries: readonly Boundary[],
): Promise<void> {
  for (let from = 0; from < boundaries.length; from += ROWS_AT_ONCE) {
    const rows = boundaries.slice(from, from + ROWS_AT_ONCE);
    await sql`
      insert into geography.boundary (import_id, version, code, name, borough_code, borough_name, polygons)
      select ${importId}::bigint, version, code, name, "boroughCode", "boroughName", polygons
      from json_to_recordset(${JSON.stringify(rows)}::json) as x(version text, code text, name text,
        "boroughCode" text, "boroughName" text, polygons jsonb)`.execute(trx);
  }
}

/**
 * Boundaries of a version, by code; of every borough, or of some.
 * @param without imports left aside, as if they were taken back
 */
export async function readBoundaries(
  records: Records,
  boundaryVersion: BoundaryVersion,
  boroughCodes: readonly string[] | null,
  without: readonly string[] = [],
): Promise<Boundary[]> {
  const { rows } = await sql`
    select ${areaColumns}, area.polygons
    from (${liveBoundaryWithout(without)}) as area join geography.boundary_set using (version)
    where area.version = ${boundaryVersion}
      and (${boroughCodes}::text[] is null or coalesce(area.borough_code, area.code) = any(${boroughCodes}::text[]))
    order by area.code collate "C"`.execute(records);
  return z.array(boundaryRow).parse(rows);
}

/** An import that live boundaries come from. */
export interface BoundaryImport {
  id: string;
  file: string;
  sha256: string;
  /** Codes of the areas whose boundary counts from this import, in order. */
  codes: string[];
}

/** Where the boundaries of a version come from, the oldest import first; reads no boundary itself. */
export async function readBoundaryImports(
  records: Records,
  boundaryVersion: BoundaryVersion,
): Promise<BoundaryImport[]> {
  const { rows } = await sql`
    with live as (
      select distinct on (boundary.code) boundary.code, import.id, import.file, import.sha256
      from geography.boundary
      join sources.import on import.id = boundary.import_id and import.reverted_at is null
      where boundary.version = ${boundaryVersion}
      order by boundary.code, boundary.import_id desc
    )
    select id::text as id, file, sha256, array_agg(code order by code collate "C") as codes
    from live group by id, file, sha256 order by live.id`.execute(records);
  return z
    .array(z.object({ id: z.string(), file: z.string(), sha256: z.string(), codes: z.array(z.string()) }))
    .parse(rows);
}

/** Versions that live imports hold boundaries of, with how many. */
export async function readBoundaryCounts(records: Records): Promise<{ version: BoundaryVersion; areas: number }[]> {
  const { rows } = await sql`
    select version, count(*) as areas from (${liveBoundary}) as live group by version order by version`.execute(
    records,
  );
  return z.array(z.object({ version, areas: z.coerce.number() })).parse(rows);
}

export async function insertLookup(trx: Records, importId: string | number, lookup: AreaLookup): Promise<void> {
  await sql`
    insert into geography.area_lookup (import_id, from_set, to_set, codes, targets)
    values (${importId}::bigint, ${lookup.fromSet}, ${lookup.toSet}, ${lookup.codes}::text[], ${lookup.targets}::text[])
    `.execute(trx);
}

export async function insertNeighbourhood(
  trx: Records,
  importId: string | number,
  parts: readonly PoliceNeighbourhood[],
): Promise<void> {
  await sql`
    insert into geography.police_neighbourhood (import_id, force, neighbourhood, part, body)
    select ${importId}::bigint, force, neighbourhood, part, body
    from json_to_recordset(${JSON.stringify(parts)}::json)
      as x(force text, neighbourhood text, part text, body jsonb)`.execute(trx);
}

/** Deletes the boundaries, lookups and neighbourhoods of an import. */
export async function deleteImported(trx: Records, importId: string): Promise<void> {
  await sql`delete from geography.boundary where import_id = ${importId}::bigint`.execute(trx);
  await sql`delete from geography.area_lookup where import_id = ${importId}::bigint`.execute(trx);
  await sql`delete from geography.police_neighbourhood where import_id = ${importId}::bigint`.execute(trx);
}
