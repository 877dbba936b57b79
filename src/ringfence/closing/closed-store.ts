import { sql } from 'kysely';
import { z } from 'zod';
import type { Month } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import type { ClosedMonth } from '../published.ts';
import type { PublicMonth } from './model.ts';

const closedRow = z.object({
  // Written by publicMonth alone, and never changed.
  report: z.custom<PublicMonth>((value) => typeof value === 'object' && value !== null && 'groups' in value),
  revision: z.number(),
  closedAt: z.date(),
  hash: z.string(),
});

/**
 * The latest revision of every month of a unit that is public, in order. Of one ward, only the groups it is part of: the
 * rest of the unit stays in the records.
 */
export async function readClosed(
  trx: Records,
  { unit, from, to, wardCode = null }: { unit: string; from: Month; to: Month; wardCode?: string | null },
): Promise<ClosedMonth[]> {
  const cell = JSON.stringify([{ code: wardCode }]);
  // The whole of a report is unpacked once, and no more than its part is handed over.
  const narrowed = sql`(select jsonb_build_object('format', whole -> 'format', 'unit', whole -> 'unit', 'month', whole -> 'month',
      'asOf', whole -> 'asOf', 'through', whole -> 'through', 'whole', whole -> 'whole', 'policy', whole -> 'policy', 'wardYears', whole -> 'wardYears', 'leavesOut', whole -> 'leavesOut',
      'synthetic', whole -> 'synthetic', 'reasons', '[]'::jsonb, 'groups', coalesce((select jsonb_agg(part)
        from jsonb_array_elements(whole -> 'groups') as part where part -> 'cells' @> ${cell}::jsonb), '[]'::jsonb))
    from (select report || '{}'::jsonb as whole offset 0) as unpacked)`;
  const { rows } = await sql`select ${wardCode === null ? sql`report` : narrowed} as report, revision,
      closed_at as "closedAt", hash
    from (select distinct on (month) month, revision, report, closed_at, hash from ringfence.closed_month
      where unit = ${unit} and month between ${`${from}-01`}::date and ${`${to}-01`}::date
      order by month, revision desc) as latest
    order by month`.execute(trx);
  return z
    .array(closedRow)
    .parse(rows)
    .map(({ report, ...closed }) => ({ content: report, ...closed }));
}
