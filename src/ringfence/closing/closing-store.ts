import { sql } from 'kysely';
import { z } from 'zod';
import type { Month } from '../../lib/calendar/month.ts';
import type { Records } from '../../platform/database/index.ts';
import { ORDERED_BY, POST_CLASSES, WARD_ACCOUNTS } from '../model.ts';
import { REASONS, type Reason } from '../reasons.ts';
import type { WardPromise } from '../reports/promises-of.ts';
import type { ClosingLine, PublicMonth } from './model.ts';

const reasons = REASONS.map(({ reason }) => reason) as [Reason, ...Reason[]];
const lineRow = z.object({
  month: z.string().transform((day) => day.slice(0, 7) as Month),
  wardCode: z.string(),
  postClass: z.enum(POST_CLASSES),
  officer: z.number().nullable(),
  account: z.enum([...WARD_ACCOUNTS, 'rest-day', 'overtime', 'leave']),
  reason: z.enum(['', ...reasons]),
  orderedBy: z.enum(['', ...ORDERED_BY]),
  late: z.boolean(),
  minutes: z.number(),
  synthetic: z.boolean(),
  id: z.coerce.number(),
});

/** A line with its month, and whether it was made up. */
export type ReadLine = z.infer<typeof lineRow> & ClosingLine;

/** Units of which anything is recorded. */
export async function readUnitsRecorded(trx: Records): Promise<string[]> {
  const { rows } = await sql<{ unit: string }>`select distinct unit from ringfence.place order by unit`.execute(trx);
  return rows.map(({ unit }) => unit);
}

/** The first month of a unit's ledger; null where there is none yet. */
export async function readFirstMonth(trx: Records, unit: string): Promise<Month | null> {
  const { rows } = await sql<{ month: string | null }>`select min(first.month) as month from ringfence.place
    cross join lateral (select month from ringfence.ledger_line where place = place.id order by month limit 1) as first
    where place.unit = ${unit}`.execute(trx);
  return (rows[0]?.month?.slice(0, 7) as Month | undefined) ?? null;
}

/** Lets no two closings of a unit write at once; until the transaction ends. */
export async function lockClosing(trx: Records, unit: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ringfence.close ${unit}`}, 0))`.execute(trx);
}

/** Every line of a unit's ledger of months from one to another. */
export async function readClosingLines(trx: Records, unit: string, from: Month, to: Month): Promise<ReadLine[]> {
  const { rows } = await sql`select line.month, place.ward_code as "wardCode", line.post_class as "postClass",
      line.officer, line.account, line.reason, line.ordered_by as "orderedBy", line.late, line.minutes,
      line.synthetic, line.id
    from ringfence.place join ringfence.ledger_line as line on line.place = place.id
    where place.unit = ${unit} and line.month between ${`${from}-01`}::date and ${`${to}-01`}::date`.execute(trx);
  return z.array(lineRow).parse(rows);
}

/** Numbers of a unit's duties of a month, in order. */
export async function readDutiesOfMonth(trx: Records, unit: string, month: Month): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select duty.id::float8 as id from ringfence.duty
    join ringfence.place on place.id = duty.place
    where place.unit = ${unit} and date_trunc('month', duty.day)::date = ${`${month}-01`}::date order by duty.id`.execute(
    trx,
  );
  return rows.map(({ id }) => id);
}

/** Number of the last line of each month of a unit. */
export async function readLastLines(trx: Records, unit: string): Promise<Map<Month, number>> {
  const { rows } = await sql<{ month: string; last: string }>`select line.month, max(line.id) as last
    from ringfence.place join ringfence.ledger_line as line on line.place = place.id
    where place.unit = ${unit} group by line.month`.execute(trx);
  return new Map(rows.map(({ month, last }) => [month.slice(0, 7) as Month, Number(last)]));
}

/** Keeps what a month promised to wards; what is kept already stays as it was. */
export async function keepPromises(
  trx: Records,
  promises: readonly (Pick<WardPromise, 'postClass' | 'promisedMinutes' | 'vacancyMinutes'> & { place: number })[],
  { month, synthetic, keptAt }: { month: Month; synthetic: boolean; keptAt: Date },
): Promise<void> {
  const given = promises.map(({ place, postClass, promisedMinutes, vacancyMinutes }) => ({
    ...{ place, post_class: postClass, promised_minutes: promisedMinutes, vacancy_minutes: vacancyMinutes },
  }));
  await sql`insert into ringfence.promise
      (place, month, post_class, promised_minutes, vacancy_minutes, synthetic, kept_at)
    select place, ${`${month}-01`}::date, post_class, promised_minutes, vacancy_minutes, ${synthetic}::boolean,
      ${keptAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (place integer, post_class text, promised_minutes integer, vacancy_minutes integer)
    on conflict do nothing`.execute(trx);
}

/** Puts what is public of a month away, for good. */
export async function insertClosed(
  trx: Records,
  content: PublicMonth,
  { revision, hash, closedAt }: { revision: number; hash: string; closedAt: Date },
): Promise<void> {
  await sql`insert into ringfence.closed_month (unit, month, revision, report, hash, synthetic, closed_at)
    values (${content.unit}, ${`${content.month}-01`}, ${revision}, ${JSON.stringify(content)}::jsonb, ${hash},
      ${content.synthetic}, ${closedAt})`.execute(trx);
}
