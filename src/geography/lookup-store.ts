import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../platform/database/index.ts';
import type { AreaLookup } from './model.ts';

const headRow = z.object({
  importId: z.string(),
  file: z.string(),
  sha256: z.string(),
  fromSet: z.string(),
  toSet: z.string(),
});
const pairsRow = z.object({ codes: z.string(), targets: z.string() });

/** A live lookup without its pairs. */
export type LookupHead = z.infer<typeof headRow>;

/** Live lookups, the newest import first. */
export async function readLookupHeads(records: Records): Promise<LookupHead[]> {
  const { rows } = await sql`
    select import_id::text as "importId", file, sha256, from_set as "fromSet", to_set as "toSet"
    from geography.area_lookup join sources.import on import.id = import_id and import.reverted_at is null
    order by import_id desc`.execute(records);
  return z.array(headRow).parse(rows);
}

/** The pairs of one lookup; codes hold no spaces, so they come as one text, which is read ten times faster than an array. */
export async function readLookupPairs(
  records: Records,
  importId: string,
): Promise<Pick<AreaLookup, 'codes' | 'targets'>> {
  const { rows } = await sql`
    select array_to_string(codes, ' ') as codes, array_to_string(targets, ' ') as targets
    from geography.area_lookup where import_id = ${importId}::bigint`.execute(records);
  const [pairs] = z.array(pairsRow).length(1).parse(rows);
  return { codes: (pairs?.codes ?? '').split(' '), targets: (pairs?.targets ?? '').split(' ') };
}
