import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { Duty, PostClass } from '../model.ts';
import type { DaysToFollow, Leave } from './model.ts';

const numberRow = z.object({ id: z.coerce.number() });

/** Which of these duties, or of this leave, are not counted: the post book has the officer in no post of the ward then. */
export async function readUncounted(
  trx: Records,
  table: 'duty' | 'leave',
  ids: readonly number[],
): Promise<Set<number>> {
  const { rows } = await sql`select id from ringfence.${sql.raw(table)}
    where id = any (${[...ids]}::bigint[]) and not counted`.execute(trx);
  return new Set(
    z
      .array(numberRow)
      .parse(rows)
      .map(({ id }) => id),
  );
}

/** The first day of a unit whose promise was not kept yet by closing its month; null: all days. */
export async function readOpenFrom(trx: Records, unit: string): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`select (max(month) + interval '1 month')::date as day
    from ringfence.promise join ringfence.place on place.id = promise.place where place.unit = ${unit}`.execute(trx);
  return rows[0]?.day ?? null;
}

/** Where time of an officer belongs by the post book, and whether it is counted. */
export interface Belongs {
  place: number;
  postClass: PostClass;
  counted: boolean;
}

/** Has a duty, with its absences, belong where the post book now says. */
export async function updateBelonging(trx: Records, { id }: Pick<Duty, 'id'>, to: Belongs): Promise<void> {
  await sql`update ringfence.duty set place = ${to.place}, post_class = ${to.postClass}, counted = ${to.counted},
      version = version + 1 where id = ${id}`.execute(trx);
  await sql`update ringfence.absence set place = ${to.place} where duty = ${id} and place <> ${to.place}`.execute(trx);
}

/** The same of leave. @returns false where the officer has leave of that day there already: nothing is written */
export async function updateLeaveBelonging(trx: Records, leave: Leave, to: Belongs): Promise<boolean> {
  const { numAffectedRows } = await sql`update ringfence.leave set place = ${to.place}, post_class = ${to.postClass},
      counted = ${to.counted}, version = version + 1
    where id = ${leave.id} and not exists (select from ringfence.leave as other where other.id <> ${leave.id}
      and other.officer = ${leave.officer} and other.day = ${leave.day}::date and other.place = ${to.place}
      and other.post_class = ${to.postClass})`.execute(trx);
  return numAffectedRows === 1n;
}

/** Numbers of leave of a unit, or of one officer of it, from a day on, above one number, in order. */
export async function readLeaveMeant(
  trx: Records,
  { unit, officer, firstDay, lastDay }: DaysToFollow,
  { after, most }: { after: number; most: number },
): Promise<number[]> {
  const { rows } = await sql`select leave.id from ringfence.leave join ringfence.place on place.id = leave.place
    where place.unit = ${unit} and not leave.by_book and leave.id > ${after} and leave.day >= ${firstDay}::date
      and (${lastDay}::date is null or leave.day <= ${lastDay}::date)
      and (${officer}::bigint is null or leave.officer = ${officer}::bigint)
    order by leave.id limit ${most}`.execute(trx);
  return z
    .array(numberRow)
    .parse(rows)
    .map(({ id }) => id);
}
