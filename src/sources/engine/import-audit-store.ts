import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';

/**
 * What the audit wrote down of imports and of taking them back, the earliest first, as the texts of JSON.
 * @param system Wardroom's own handle
 */
export async function readImportAudits(system: Records): Promise<string[]> {
  const { rows } = await sql`
    select detail from platform.audit where module = 'imports' and erased_at is null
      and action in ('sources.import', 'sources.import-synthetic', 'sources.revert') order by seq`.execute(system);
  return z
    .array(z.object({ detail: z.string() }))
    .parse(rows)
    .map(({ detail }) => detail);
}

/** Imports that were taken back and hold figures all the same. */
export async function readRevertedWithRows(records: Records): Promise<{ id: string; file: string }[]> {
  const { rows } = await sql`
    select id::text as id, file from sources.import where reverted_at is not null and (
      exists (select from measures.series where import_id = import.id)
      or exists (select from measures.harm_weight where import_id = import.id)
      or exists (select from geography.boundary where import_id = import.id)
      or exists (select from geography.area_lookup where import_id = import.id)) order by import.id`.execute(records);
  return z.array(z.object({ id: z.string(), file: z.string() })).parse(rows);
}
