import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { Writer } from '../duties/duty-store.ts';

const pendingRow = z.object({
  id: z.coerce.number(),
  unit: z.string(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  event: z.string().nullable(),
  because: z.string(),
  officer: z.coerce.number().nullable(),
});

/** Duties that wait to be ruled anew. */
export type PendingReentry = z.infer<typeof pendingRow>;

/** Asks for duties to be ruled anew. */
export async function insertReentry(
  trx: Records,
  asked: { unit: string; because: string; officer?: number | null; bookRevision?: number } & (
    | { fromDay: string; untilDay: string | null }
    | { event: string }
  ),
  { actor, at }: Writer,
): Promise<void> {
  const { firstDay, lastDay, event } =
    'event' in asked
      ? { firstDay: null, lastDay: null, event: asked.event }
      : { firstDay: asked.fromDay, lastDay: asked.untilDay, event: null };
  await sql`insert into ringfence.reentry (unit, first_day, last_day, event, officer, book_revision, because, asked_by, asked_at)
    values (${asked.unit}, ${firstDay}::date, ${lastDay}::date, ${event}, ${asked.officer ?? null}, ${asked.bookRevision ?? null},
      ${asked.because}, ${actor}, ${at}::timestamptz)`.execute(trx);
}

/** What waits to be ruled anew, the oldest first. */
export async function readPending(trx: Records): Promise<PendingReentry[]> {
  const { rows } =
    await sql`select id, unit, first_day as "firstDay", last_day as "lastDay", event, because, officer from ringfence.reentry
    where done_at is null order by id`.execute(trx);
  return z.array(pendingRow).parse(rows);
}

/** Numbers of the duties that are meant, above one number, in order. */
export async function readDutiesMeant(
  trx: Records,
  { unit, firstDay, lastDay, event, officer }: Omit<PendingReentry, 'id' | 'because'>,
  { after, most }: { after: number; most: number },
): Promise<number[]> {
  const meant =
    event === null
      ? sql`duty.day >= ${firstDay}::date and (${lastDay}::date is null or duty.day <= ${lastDay}::date)`
      : sql`(duty.event = ${event} or exists (select from ringfence.absence left join ringfence.absence as took
            on took.id = absence.charged_to left join ringfence.duty as rested on rested.id = absence.charged_duty
          where absence.duty = duty.id and ${event} in (absence.event, took.event, rested.event)))`;
  const { rows } = await sql`select duty.id::float8 as id from ringfence.duty
    join ringfence.place on place.id = duty.place
    where place.unit = ${unit} and duty.id > ${after} and ${meant}
      and (${officer}::bigint is null or duty.officer = ${officer}::bigint) order by duty.id limit ${most}`.execute(
    trx,
  );
  return z
    .array(z.object({ id: z.number() }))
    .parse(rows)
    .map(({ id }) => id);
}

/** Notes that it was done. */
export async function markDone(trx: Records, id: number, at: Date): Promise<void> {
  await sql`update ringfence.reentry set done_at = ${at}::timestamptz where id = ${id}`.execute(trx);
}

/** Units that have duties on a day or after it, and for which it was not yet asked on a day in London for some reason. */
export async function readUnitsToAsk(
  trx: Records,
  { fromDay, because, today }: { fromDay: string; because: string; today: string },
): Promise<string[]> {
  const { rows } = await sql`select name as unit from organisation.command_unit where exists (select from ringfence.duty
      join ringfence.place on place.id = duty.place where place.unit = name and day >= ${fromDay}::date)
    and not exists (select from ringfence.reentry where unit = name and because = ${because}
      and (asked_at at time zone 'Europe/London')::date = ${today}::date) order by name`.execute(trx);
  return z
    .array(z.object({ unit: z.string() }))
    .parse(rows)
    .map(({ unit }) => unit);
}
