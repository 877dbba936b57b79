import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import { POST_CLASSES } from '../model.ts';
import type { DayOfBook } from './leave-of-book.ts';
import { type OfficersDays, officersDays } from './leave-store.ts';

/** Days of a unit, or of one officer of it; the last one is counted. */
export interface DaysAsked {
  unit: string;
  officer: number | null;
  from: string;
  to: string;
}

const absentRow = z.object({ officer: z.coerce.number(), from: z.string(), until: z.string().nullable() });

/** Long absences and adjusted duties of the post book that touch some days. */
export async function readAbsent(trx: Records, asked: DaysAsked): Promise<z.infer<typeof absentRow>[]> {
  const { rows } = await sql`select member.id as officer, lower(away.during) as "from", upper(away.during) as until
    from organisation.absence as away join organisation.officer as member on member.id = away.officer
    where member.unit = ${asked.unit} and (${asked.officer}::bigint is null or member.id = ${asked.officer}::bigint)
      and away.during && daterange(${asked.from}::date, ${asked.to}::date, '[]')
    order by 1, 2`.execute(trx);
  return z.array(absentRow).parse(rows);
}

const recordedRow = z.object({ officer: z.coerce.number(), day: z.string() });

/** Days of officers of which ward duty, or leave by anybody's word, is recorded. */
export async function readRecordedDays(
  trx: Records,
  officers: readonly number[],
  { from, to }: Pick<DaysAsked, 'from' | 'to'>,
): Promise<z.infer<typeof recordedRow>[]> {
  const { rows } = await sql`select officer, day from ringfence.duty where kind = 'ward'
      and officer = any (${[...officers]}::bigint[]) and day between ${from}::date and ${to}::date
    union select officer, day from ringfence.leave where not by_book
      and officer = any (${[...officers]}::bigint[]) and day between ${from}::date and ${to}::date`.execute(trx);
  return z.array(recordedRow).parse(rows);
}

/** The first day of any duty or leave of a unit; null where nothing is recorded. */
export async function readFirstDay(trx: Records, unit: string): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`select min(first.day) as day from ringfence.place
    cross join lateral (select least((select min(day) from ringfence.duty where duty.place = place.id),
      (select min(day) from ringfence.leave where leave.place = place.id and not by_book)) as day) as first
    where place.unit = ${unit}`.execute(trx);
  return rows[0]?.day ?? null;
}

const heldRow = z.object({
  id: z.coerce.number(),
  officer: z.coerce.number(),
  place: z.number(),
  postClass: z.enum(POST_CLASSES),
  day: z.string(),
  minutes: z.number(),
});
/** Leave that was kept by the book alone. */
export type HeldOfBook = z.infer<typeof heldRow>;

export async function readLeaveOfBook(trx: Records, asked: DaysAsked): Promise<HeldOfBook[]> {
  const { rows } =
    await sql`select leave.id, leave.officer, place, post_class as "postClass", day, minutes from ringfence.leave
    join organisation.officer as member on member.id = leave.officer
    where by_book and member.unit = ${asked.unit} and (${asked.officer}::bigint is null or member.id = ${asked.officer}::bigint)
      and day between ${asked.from}::date and ${asked.to}::date order by leave.id`.execute(trx);
  return z.array(heldRow).parse(rows);
}

/** Keeps leave by the book alone; not where the officer has leave of that day there already. */
export async function insertLeaveOfBook(
  trx: Records,
  leave: readonly (DayOfBook & { officer: number; synthetic: boolean })[],
): Promise<void> {
  const given = leave.map(({ officer, place, postClass, day, minutes, synthetic }) => ({
    ...{ officer, place, post_class: postClass, day, minutes, synthetic },
  }));
  await sql`insert into ringfence.leave (officer, place, post_class, day, minutes, synthetic, by_book)
    select officer, place, post_class, day, minutes, synthetic, true from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (officer bigint, place integer, post_class text, day date, minutes integer, synthetic boolean)
    on conflict do nothing`.execute(trx);
}

/** Takes leave away that the book no longer has, or of a day of which something was recorded since. */
export async function deleteLeaveOfBook(trx: Records, ids: readonly number[]): Promise<void> {
  await sql`delete from ringfence.leave where by_book and id = any (${[...ids]}::bigint[])`.execute(trx);
}

/** Which of this leave is by the book alone. */
export async function readIdsOfBook(trx: Records, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql`select id from ringfence.leave where by_book and id = any (${[...ids]}::bigint[])`.execute(
    trx,
  );
  return new Set(
    z
      .array(z.object({ id: z.coerce.number() }))
      .parse(rows)
      .map(({ id }) => id),
  );
}

/** Takes leave of the book alone away from days of which leave is recorded now. @returns whose, and of which days */
export async function deleteReplaced(trx: Records, by: OfficersDays): Promise<{ officer: number; day: string }[]> {
  const { rows } = await sql`delete from ringfence.leave as gone
    where gone.by_book and (gone.officer, gone.day) in (${officersDays(by)})
    returning gone.officer, gone.day`.execute(trx);
  return z.array(recordedRow).parse(rows);
}
