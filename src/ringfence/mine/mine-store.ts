import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { KeptState, SentAsItCame } from './model.ts';

const stateRow = z.object({
  kind: z.enum(['duty', 'leave']),
  row: z.coerce.number(),
  day: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  because: z.string(),
  changedBy: z.string(),
  changedAt: z.date(),
});

/** Every state that duties and leave of an officer had, the first first. */
export async function readStates(
  trx: Records,
  { officer, from, to }: { officer: number; from: string; to: string },
): Promise<KeptState[]> {
  const { rows } =
    await sql`select kind, row_id as row, day, before, after, because, changed_by as "changedBy", changed_at as "changedAt"
    from ringfence.revision where officer = ${officer} and day between ${from}::date and ${to}::date order by id`.execute(
      trx,
    );
  return z.array(stateRow).parse(rows);
}

const sentRow = z.object({
  id: z.string(),
  body: z.unknown(),
  outcome: z.string(),
  said: z.string(),
  receivedAt: z.date(),
});

/** What the phones of an officer sent, the last first. */
export async function readSentAsItCame(trx: Records, officer: number): Promise<SentAsItCame[]> {
  const { rows } = await sql`select id, body, outcome, said, received_at as "receivedAt" from ringfence.sent_record
    where officer = ${officer} order by received_at desc, id`.execute(trx);
  return z.array(sentRow).parse(rows);
}

/** Months of which anything is recorded of an officer, the last first: "2026-10". */
export async function readMonthsOf(trx: Records, officer: number): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`select distinct to_char(day, 'YYYY-MM') as month from (
      select day from ringfence.duty where officer = ${officer} union select day from ringfence.leave where officer = ${officer}
      union select day from ringfence.revision where officer = ${officer}) as held order by 1 desc`.execute(trx);
  return rows.map(({ month }) => month);
}
