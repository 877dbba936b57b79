import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { MeasureSet } from '../model.ts';
import { setGroups } from './set-file.ts';

const row = z.object({
  name: z.string(),
  version: z.number(),
  title: z.string(),
  from: z.string(),
  source: z.string(),
  groups: setGroups,
});

/** Every version of every set that was added, in the order of names and versions. */
export async function readMeasureSets(records: Records): Promise<MeasureSet[]> {
  const { rows } = await sql`
    select name, version, title, to_char(in_force_from, 'YYYY-MM-DD') as "from", source, groups
    from performance.measure_set order by name collate "C", version`.execute(records);
  return z.array(row).parse(rows);
}

/** Adds a version of a set. @returns false where another of its number was added meanwhile */
export async function insertMeasureSet(
  trx: Records,
  { name, version, title, from, source, groups }: MeasureSet,
  { unit, by, at }: { unit: string; by: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into performance.measure_set (unit, name, version, title, in_force_from, source, groups, added_by, added_at)
    values (${unit}, ${name}, ${version}, ${title}, ${from}, ${source}, ${JSON.stringify(groups)}::jsonb, ${by}, ${at})
    on conflict do nothing returning name`.execute(trx);
  return rows.length === 1;
}
