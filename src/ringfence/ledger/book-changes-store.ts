import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';

const changeRow = z.object({
  unit: z.string(),
  revision: z.coerce.number(),
  officers: z.array(z.number()).nullable(),
});

/**
 * What changed in the post books of units with duties since it was last asked about. officers: numbers of those whose postings or
 * absences changed; null: posts themselves did, or it was never asked, so that it may be about everybody.
 */
export async function readBookChanges(trx: Records): Promise<z.infer<typeof changeRow>[]> {
  const { rows } = await sql`select changed.unit, max(changed.id) as revision,
      case when bool_or(changed.kind = 'posts') or min(asked.last) is null then null
        else coalesce(to_jsonb(array_agg(distinct officer.id::float8) filter (where officer.id is not null)), '[]') end as officers
    from organisation.book_revision as changed
    left join lateral (select max(book_revision) as last from ringfence.reentry where unit = changed.unit) as asked on true
    left join organisation.officer on officer.unit = changed.unit
      and officer.reference in (changed.before ->> 'officer', changed.after ->> 'officer')
    where changed.kind in ('posts', 'postings', 'absences') and changed.id > coalesce(asked.last, 0)
      and exists (select from ringfence.place where place.unit = changed.unit)
    group by changed.unit order by changed.unit`.execute(trx);
  return z.array(changeRow).parse(rows);
}
