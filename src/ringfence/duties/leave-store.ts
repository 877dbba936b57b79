import { sql } from 'kysely';
import { z } from 'zod';
import { NotAllowed } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { POST_CLASSES } from '../model.ts';
import type { DutiesAsked } from './duty-store.ts';
import type { Leave } from './model.ts';

const leaveRow = z.object({
  id: z.coerce.number(),
  officer: z.coerce.number(),
  place: z.number(),
  postClass: z.enum(POST_CLASSES),
  day: z.string(),
  minutes: z.number(),
  synthetic: z.boolean(),
  version: z.number(),
});
const COLUMNS = sql`id, officer, place, post_class as "postClass", day, minutes, synthetic, version`;

/** Days of officers. */
export type OfficersDays = readonly { officer: number; day: string }[];

/** Leave by number, of an officer, of wards or of officers' days, by day; only what whoever acts may see. */
export async function readLeave(trx: Records, of: DutiesAsked | { days: OfficersDays }): Promise<Leave[]> {
  if ('days' in of) {
    const { rows } = await sql`select ${COLUMNS} from ringfence.leave where (officer, day) in (${officersDays(of.days)})
      order by day, id`.execute(trx);
    return z.array(leaveRow).parse(rows);
  }
  const which =
    'ids' in of
      ? sql`id = any (${[...of.ids]}::bigint[])`
      : 'officer' in of
        ? sql`officer = ${of.officer} and day between ${of.from}::date and ${of.to}::date`
        : sql`place = any (${[...of.places]}::integer[]) and day between ${of.from}::date and ${of.to}::date`;
  const { rows } = await sql`select ${COLUMNS} from ringfence.leave where ${which} order by day, id`.execute(trx);
  return z.array(leaveRow).parse(rows);
}

/** The same as rows of SQL. */
export const officersDays = (days: OfficersDays) =>
  sql`select officer::bigint, day::date from unnest(${days.map(({ officer }) => String(officer))}::text[],
    ${days.map(({ day }) => day)}::text[]) as given (officer, day)`;

/**
 * Keeps leave of a day, in place of what was there by the post book alone.
 * @returns null where the officer has leave recorded on that day already: nothing is written
 */
export async function insertLeave(
  trx: Records,
  leave: Omit<Leave, 'id' | 'version'> & { roster?: number | null },
): Promise<Leave | null> {
  const { rows } = await sql`insert into ringfence.leave (officer, place, post_class, day, minutes, roster, synthetic)
    values (${leave.officer}, ${leave.place}, ${leave.postClass}, ${leave.day}::date, ${leave.minutes}, ${leave.roster ?? null},
      ${leave.synthetic})
    on conflict (officer, day, place, post_class) do update set minutes = excluded.minutes, roster = excluded.roster,
      by_book = false, version = leave.version + 1 where leave.by_book returning ${COLUMNS}`.execute(trx);
  return rows[0] === undefined ? null : leaveRow.parse(rows[0]);
}

/**
 * Takes leave away at the version that was seen.
 * @throws StaleEdit when somebody changed or removed it first; NotAllowed when it may be seen but not taken away
 */
export async function deleteLeave(trx: Records, { id, version }: Pick<Leave, 'id' | 'version'>): Promise<void> {
  const { numAffectedRows } = await sql`delete from ringfence.leave where id = ${id} and version = ${version}`.execute(
    trx,
  );
  if (numAffectedRows === 1n) return;
  const [stored = null] = await readLeave(trx, { ids: [id] });
  if (stored?.version === version)
    throw new NotAllowed('Your role lets you record leave but not take it away: ask your sergeant.');
  throw new StaleEdit(stored, version);
}
