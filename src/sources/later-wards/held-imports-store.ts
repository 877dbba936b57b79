import { sql } from 'kysely';
import { z } from 'zod';
import { BOUNDARY_VERSIONS, type BoundaryVersion } from '../../geography/index.ts';
import { isMonth } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import { isIncidentKind } from '../incidents/incident-kinds.ts';
import type { HeldImport } from './model.ts';

const versions = z.array(z.enum(BOUNDARY_VERSIONS));
const row = z.object({
  id: z.string(),
  vintage: z.string(),
  file: z.string(),
  command: z.string(),
  boundaryVersions: versions,
  placedLater: versions,
  paths: z.array(z.string()),
});
/** lake/IDENTITY/street/import-7/metropolitan-2024-02.parquet */
const PLACE = /^lake\/[^/]+\/([^/]+)\/import-\d+\/(.+)-(\d{4}-\d{2})\.parquet$/;

/** Live imports that have incidents in the lake, the oldest first. */
export async function readHeldImports(records: Records): Promise<HeldImport[]> {
  const { rows } = await sql`
    select import.id::text as id, vintage, file, coalesce(command, import.id)::text as command,
      boundary_versions as "boundaryVersions", placed_later as "placedLater",
      array_agg(path order by path collate "C") as paths
    from sources.import join sources.lake_file on import_id = import.id
    where reverted_at is null group by import.id order by import.id`.execute(records);
  return z
    .array(row)
    .parse(rows)
    .map(({ paths, ...held }) => ({ ...held, lakeFiles: paths.flatMap(lakeFile) }));
}

function lakeFile(path: string): HeldImport['lakeFiles'] {
  const [, kind, force, month] = PLACE.exec(path.replaceAll('\\', '/')) ?? [];
  if (kind === undefined || !isIncidentKind(kind) || force === undefined || month === undefined || !isMonth(month)) {
    return [];
  }
  return [{ path, kind, force, month }];
}

/** Notes that imports came in one command. */
export async function writeCommand(trx: Records, importIds: readonly string[]): Promise<void> {
  await sql`update sources.import set command = (select min(id) from unnest(${importIds}::bigint[]) as id)
    where id = any (${importIds}::bigint[])`.execute(trx);
}

/** Notes that an import is placed in ward sets: as placed later in those it was not in. */
export async function addVersions(
  trx: Records,
  importId: string,
  versionsNow: readonly BoundaryVersion[],
): Promise<void> {
  await sql`
    update sources.import set
      placed_later = placed_later || array(select unnest(${versionsNow}::text[]) except select unnest(boundary_versions)),
      boundary_versions = array(
        select distinct version from unnest(boundary_versions || ${versionsNow}::text[]) as version order by version)
    where id = ${importId}::bigint`.execute(trx);
}

/** Notes that an import is no longer placed in ward sets it was placed in later. */
export async function removeVersions(
  trx: Records,
  importId: string,
  versionsGone: readonly BoundaryVersion[],
): Promise<void> {
  await sql`
    update sources.import set
      placed_later = array(select unnest(placed_later) except select unnest(${versionsGone}::text[])),
      boundary_versions = array(
        select version from unnest(boundary_versions) as version
        where version <> all (${versionsGone}::text[]) order by version)
    where id = ${importId}::bigint`.execute(trx);
}
