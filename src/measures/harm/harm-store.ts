import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { HeldHarmWeights } from './weigh-series.ts';

const row = z.object({
  importId: z.string(),
  file: z.string(),
  version: z.string(),
  source: z.string(),
  offence: z.string(),
  weight: z.number(),
});

/** The table of harm weights in use: that of the newest live import that holds one; null when none does. */
export async function readHarmWeights(records: Records): Promise<HeldHarmWeights | null> {
  const { rows } = await sql`
    select import_id::text as "importId", file, version, source, offence, weight
    from measures.harm_weight join sources.import on import.id = import_id
    where import_id = (
      select max(import_id) from measures.harm_weight
      join sources.import as live on live.id = import_id and live.reverted_at is null)
    order by offence collate "C"`.execute(records);
  const table = z.array(row).parse(rows);
  const [first] = table;
  if (first === undefined) return null;
  const { importId, file, version, source } = first;
  return { importId, file, version, source, weights: table.map(({ offence, weight }) => ({ offence, weight })) };
}

/** Source categories of the monthly crime files that live imports hold figures of, in order. */
export async function readCrimeCategories(records: Records): Promise<string[]> {
  const { rows } = await sql`
    select distinct category from measures.holding
    join sources.import on import.id = import_id and import.reverted_at is null
    cross join lateral unnest(categories) as each(category)
    where category like 'mps/%' order by 1`.execute(records);
  return z
    .array(z.object({ category: z.string() }))
    .parse(rows)
    .map(({ category }) => category);
}
