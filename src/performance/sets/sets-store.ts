import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { MeasureSet } from '../model.ts';
import type { AddedSet } from './name-taken.ts';
import { setGroups } from './set-file.ts';

const row = z.object({
  unit: z.string(),
  name: z.string(),
  version: z.number(),
  title: z.string(),
  from: z.string(),
  source: z.string(),
  groups: setGroups,
  synthetic: z.boolean(),
}) satisfies z.ZodType<AddedSet>;

/** Every version that stands of every set that was added, in the order of names and versions. */
export async function readMeasureSets(records: Records): Promise<AddedSet[]> {
  const { rows } = await sql`
    select unit, name, version, title, to_char(in_force_from, 'YYYY-MM-DD') as "from", source, groups, synthetic
    from performance.measure_set where withdrawn_at is null order by name collate "C", version`.execute(records);
  return z.array(row).parse(rows);
}

/** The last version of a name, whether it stands or not; 0 where none was ever added. */
export async function readLastVersion(records: Records, name: string): Promise<number> {
  const { rows } = await sql`
    select coalesce(max(version), 0) as last from performance.measure_set where name = ${name}`.execute(records);
  return z.array(z.object({ last: z.number() })).parse(rows)[0]?.last ?? 0;
}

/** Withdraws a made-up version of a set. */
export async function saveWithdrawnSet(
  trx: Records,
  { name, version }: Pick<MeasureSet, 'name' | 'version'>,
  { by, at, because }: { by: string; at: Date; because: string },
): Promise<void> {
  await sql`
    update performance.measure_set
    set withdrawn_by = ${by}, withdrawn_at = ${at.toISOString()}::timestamptz, withdrawn_because = ${because}
    where name = ${name} and version = ${version}`.execute(trx);
}

/** Adds a version of a set. @returns false where another of its number was added meanwhile */
export async function insertMeasureSet(
  trx: Records,
  { name, version, title, from, source, groups }: MeasureSet,
  { unit, synthetic, by, at }: { unit: string; synthetic: boolean; by: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into performance.measure_set (unit, name, version, title, in_force_from, source, groups, synthetic,
      added_by, added_at)
    values (${unit}, ${name}, ${version}, ${title}, ${from}, ${source}, ${JSON.stringify(groups)}::jsonb, ${synthetic},
      ${by}, ${at})
    on conflict do nothing returning name`.execute(trx);
  return rows.length === 1;
}
