import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { Writer } from '../duties/duty-store.ts';
import type { RingfenceEvent } from '../model.ts';

/** An event that a unit entered, with when that was. */
export interface HeldEvent extends RingfenceEvent {
  enteredAt: Date;
  calledOffAt: Date | null;
  synthetic: boolean;
}

const eventRow = z
  .object({
    key: z.string(),
    kind: z.enum(['carnival', 'new-years-eve', 'major-emergency']),
    name: z.string(),
    firstDay: z.string(),
    lastDay: z.string(),
    rank: z.string().nullable(),
    at: z.coerce.date().nullable(),
    expires: z.coerce.date().nullable(),
    calledOff: z.string().nullable(),
    source: z.string(),
    enteredAt: z.coerce.date(),
    calledOffAt: z.coerce.date().nullable(),
    synthetic: z.boolean(),
  })
  .transform(({ rank, at, expires, ...event }): HeldEvent => {
    const authorised = rank === null || at === null || expires === null ? null : { rank, at, expires };
    return { ...event, authorised, entered: true };
  });

/** What a unit entered in its calendar, in the order of its days. */
export async function readEvents(trx: Records, unit: string): Promise<HeldEvent[]> {
  const { rows } =
    await sql`select key, kind, name, first_day as "firstDay", last_day as "lastDay", authorised_rank as rank,
      authorised_at as at, expires_at as expires, called_off_because as "calledOff", source,
      entered_at as "enteredAt", called_off_at as "calledOffAt", synthetic
    from ringfence.event where unit = ${unit} order by first_day, key`.execute(trx);
  return z.array(eventRow).parse(rows);
}

/** Enters an event; one that was called off with who said so. */
export async function insertEvent(
  trx: Records,
  { unit, event, synthetic }: { unit: string; event: RingfenceEvent; synthetic: boolean },
  { actor, at }: Writer,
): Promise<void> {
  const { key, kind, name, firstDay, lastDay, authorised, calledOff, source } = event;
  const moment = at.toISOString();
  const off = calledOff === null ? null : { moment, actor };
  await sql`insert into ringfence.event (unit, key, kind, name, first_day, last_day, authorised_rank, authorised_at, expires_at,
      source, synthetic, entered_by, entered_at, called_off_at, called_off_by, called_off_because)
    values (${unit}, ${key}, ${kind}, ${name}, ${firstDay}::date, ${lastDay}::date, ${authorised?.rank ?? null},
      ${authorised?.at.toISOString() ?? null}::timestamptz, ${authorised?.expires.toISOString() ?? null}::timestamptz, ${source},
      ${synthetic}, ${actor}, ${moment}::timestamptz, ${off?.moment ?? null}::timestamptz, ${off?.actor ?? null},
      ${calledOff})`.execute(trx);
}

/** Calls an entered event off. @returns false where it was already, or is not theirs */
export async function saveCalledOff(
  trx: Records,
  { unit, key, because }: { unit: string; key: string; because: string },
  { actor, at }: Writer,
): Promise<boolean> {
  const { rows } =
    await sql`update ringfence.event set called_off_at = ${at.toISOString()}::timestamptz, called_off_by = ${actor},
      called_off_because = ${because}
    where unit = ${unit} and key = ${key} and called_off_at is null returning id`.execute(trx);
  return rows.length === 1;
}
