import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { ImportEntry } from './import-roots-on-record-store.ts';

const entry = z.object({
  seq: z.number(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
});

/**
 * What the audit wrote down of imports and of taking them back, the earliest first.
 * @param system Wardroom's own handle
 */
export async function readImportEntries(system: Records): Promise<ImportEntry[]> {
  const { rows } = await sql`
    select seq, actor, action, subject, detail from platform.audit where module = 'imports' and erased_at is null
      and action in ('sources.import', 'sources.import-synthetic', 'sources.revert', 'sources.root') order by seq`.execute(
    system,
  );
  return z.array(entry).parse(rows);
}

/**
 * Whether imports may be held whose figures were never written down: the first one came without, and nothing was made
 * up for since. Looks at one entry in records that began with roots.
 */
export async function mayLackRoots(system: Records): Promise<boolean> {
  const { rows } = await sql`
    with first as (
      select detail from platform.audit where module = 'imports' and erased_at is null
        and action in ('sources.import', 'sources.import-synthetic') order by seq limit 1)
    select exists (select from first where position('"roots":' in detail) = 0)
      and not exists (select from platform.audit where module = 'imports' and action = 'sources.root') as lack`.execute(
    system,
  );
  return z.array(z.object({ lack: z.boolean() })).parse(rows)[0]?.lack ?? false;
}

/** The number of the last entry about imports: nothing was brought or taken back while it stays the same. */
export async function lastImportEntry(system: Records): Promise<number> {
  const { rows } = await sql`
    select coalesce(max(seq), 0) as seq from platform.audit where module = 'imports'`.execute(system);
  return z.array(z.object({ seq: z.number() })).parse(rows)[0]?.seq ?? 0;
}

/** Imports that were taken back and hold figures all the same. */
export async function readRevertedWithRows(records: Records): Promise<{ id: string; file: string }[]> {
  const { rows } = await sql`
    select id::text as id, file from sources.import where reverted_at is not null and (
      exists (select from measures.series where import_id = import.id)
      or exists (select from measures.coverage where import_id = import.id)
      or exists (select from measures.holding where import_id = import.id)
      or exists (select from measures.finding where import_id = import.id)
      or exists (select from measures.given_up where import_id = import.id or by_import_id = import.id)
      or exists (select from geography.police_neighbourhood where import_id = import.id)
      or exists (select from measures.harm_weight where import_id = import.id)
      or exists (select from geography.boundary where import_id = import.id)
      or exists (select from geography.area_lookup where import_id = import.id)) order by import.id`.execute(records);
  return z.array(z.object({ id: z.string(), file: z.string() })).parse(rows);
}
