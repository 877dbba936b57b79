import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';

/** The detail of a month of a unit that is past its time. */
export interface MonthToFold {
  unit: string;
  /** First of the month. */
  month: string;
}

/** The first month of a unit whose detail is kept; none while fewer months are closed. */
const firstKept = (unit: RawBuilder<unknown>, kept: number) =>
  sql`(select min(month) from (select distinct month from ringfence.closed_month as closed
    where closed.unit = ${unit} order by month desc limit ${kept}) as last having count(*) = ${kept})`;

/** Duties that an absence of another month is charged to: it is ruled by their order, so that they go when it has gone. */
const RULES_ANOTHER = sql`select duty.id from ringfence.absence as given
  left join ringfence.absence as took on took.id = given.charged_to
  join ringfence.duty on duty.id = coalesce(given.charged_duty, took.duty)
  where date_trunc('month', given.day) <> date_trunc('month', duty.day)`;

/**
 * Months of which detail by officer is still held, though so many later months of the unit are closed.
 * @param kept closed months of which detail is kept
 */
export async function readMonthsToFold(trx: Records, kept: number): Promise<MonthToFold[]> {
  const { rows } = await sql`
    select place.unit, held.month from (
      select place, month from ringfence.ledger_line where officer is not null
        and (duty is null or duty not in (${RULES_ANOTHER}))
      union select place, date_trunc('month', day)::date from ringfence.duty where id not in (${RULES_ANOTHER})
      union select place, date_trunc('month', day)::date from ringfence.leave
      union select place, date_trunc('month', day)::date from ringfence.revision
        where kind <> 'duty' or row_id not in (${RULES_ANOTHER})) as held
    join ringfence.place on place.id = held.place
    where held.month < ${firstKept(sql`place.unit`, kept)}
    group by 1, 2 order by 1, 2`.execute(trx);
  return z.array(z.object({ unit: z.string(), month: z.string() })).parse(rows);
}

/** Adds a month's lines up over officers and days, and takes those of officers away: the sums stay what they were. */
export async function foldLines(
  trx: Records,
  { unit, month }: MonthToFold,
  by: { actor: string; at: Date },
): Promise<void> {
  await sql`with gone as (
      delete from ringfence.ledger_line using ringfence.place
      where place.id = ledger_line.place and place.unit = ${unit} and month = ${month}::date and officer is not null
        and (duty is null or duty not in (${RULES_ANOTHER}))
      returning ledger_line.*
    )
    insert into ringfence.ledger_line (officer, place, month, day, post_class, duty, absence, account, reason, ordered_by, event, late,
      policy, minutes, synthetic, entered_by, entered_at)
    select null, place, month, month, post_class, null, null, account, reason, ordered_by, event, late, policy, sum(minutes)::integer,
      synthetic, ${by.actor}, ${by.at}::timestamptz
    from gone group by place, month, post_class, account, reason, ordered_by, event, late, policy, synthetic
    having sum(minutes) <> 0`.execute(trx);
}

/** Takes away what the lines of a month were made of: duties, absences with their steps, leave and what each was before. @returns duties */
export async function deleteDetail(trx: Records, { unit, month }: MonthToFold): Promise<number> {
  const there = sql`place in (select id from ringfence.place where unit = ${unit})
    and day >= ${month}::date and day < ${month}::date + interval '1 month'`;
  const stay = (await sql<{ id: string }>`${RULES_ANOTHER}`.execute(trx)).rows.map(({ id }) => String(id));
  const absences = sql`select id from ringfence.absence where ${there} and duty <> all (${stay}::bigint[])`;
  await sql`delete from ringfence.sent_record where absence in (${absences})`.execute(trx);
  await sql`delete from ringfence.absence_step where absence in (${absences})`.execute(trx);
  // Within the month both go.
  await sql`update ringfence.absence set charged_to = null, charged_duty = null
    where ${there} and duty <> all (${stay}::bigint[])`.execute(trx);
  await sql`delete from ringfence.absence where ${there} and duty <> all (${stay}::bigint[])`.execute(trx);
  await sql`delete from ringfence.revision where ${there} and (kind <> 'duty' or row_id <> all (${stay}::bigint[]))`.execute(
    trx,
  );
  await sql`delete from ringfence.leave where ${there}`.execute(trx);
  const { numAffectedRows } =
    await sql`delete from ringfence.duty where ${there} and id <> all (${stay}::bigint[])`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** Takes away rows of rosters that were held back before a day: they are written as the file had them, names and all. */
export async function deleteHeldBack(trx: Records, { unit, month }: MonthToFold): Promise<void> {
  await sql`delete from ringfence.held_back using ringfence.roster where roster.id = held_back.roster and roster.unit = ${unit}
    and roster.taken_in_at < ${month}::date + interval '1 month'`.execute(trx);
}

/** Takes away what phones sent, as they sent it, once it was taken or settled that long ago. @returns how many */
export async function deleteSent(trx: Records, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from ringfence.sent_record where received_at < ${before}::timestamptz
    and (outcome in ('taken', 'again') or settled_at < ${before}::timestamptz)`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** Forgets phones that were revoked that long ago. @returns how many */
export async function deleteRevoked(trx: Records, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from ringfence.device where revoked_at < ${before}::timestamptz`.execute(
    trx,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Takes away what phones sent before the first month whose detail is kept, though nobody looked at it. @returns how many */
export async function deleteSentWithDetail(trx: Records, kept: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from ringfence.sent_record using organisation.officer
    where officer.id = sent_record.officer and received_at < ${firstKept(sql`officer.unit`, kept)}`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** Forgets phones that were last in touch before the first month whose detail is kept, though nobody revoked them. @returns how many */
export async function deleteSilent(trx: Records, kept: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from ringfence.device using organisation.officer
    where officer.id = device.officer and last_at < ${firstKept(sql`officer.unit`, kept)}`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}
