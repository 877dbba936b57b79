import { sql } from 'kysely';
import { z } from 'zod';
import { insertRows, type Records } from '../../platform/database/index.ts';
import type { Writer } from '../duties/duty-store.ts';
import type { KeptHeldRow, KeptRoster, RosterCounts } from './kept.ts';
import type { RosterFormat } from './model.ts';

const count = z.number().default(0);
const countsShape = z.object({
  duties: count,
  changed: count,
  leave: count,
  absences: count,
  unchanged: count,
  removed: count,
  heldBack: count,
});

const rosterRow = z.object({
  id: z.coerce.number(),
  unit: z.string(),
  name: z.string(),
  format: z.enum(['csv', 'icalendar', 'pattern']),
  counts: countsShape,
  synthetic: z.boolean(),
  takenInBy: z.string(),
  takenInAt: z.date(),
  waiting: z.coerce.number(),
});
const ROSTERS = sql`select roster.id, unit, name, format, counts, synthetic, taken_in_by as "takenInBy",
    taken_in_at as "takenInAt", (select count(*) from ringfence.held_back as held where held.roster = roster.id
      and held.settled_at is null) as waiting
  from ringfence.roster as roster`;

/** One number for every writer of rosters: two files at once would each plan without the other. */
const ROSTER_LOCK = 25_000_901;

/** Has every other roster wait until this transaction is over. */
export async function lockRosters(trx: Records): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ROSTER_LOCK})`.execute(trx);
}

/** The latest rosters of a unit, the latest first; null for another unit's or none. */
export async function readRosters(trx: Records, unit: string, most: number): Promise<KeptRoster[]> {
  const { rows } = await sql`${ROSTERS} where unit = ${unit} order by roster.id desc limit ${most}`.execute(trx);
  return z.array(rosterRow).parse(rows);
}

/** When a file was taken in last, and its lines that were held back each time and nobody has settled since. */
export interface TakenBefore {
  takenInAt: Date;
  linesLeft: ReadonlySet<number>;
}

const linesRow = z.object({ lines: z.array(z.number()).nullable() });

/** What became of the same file before; null where it was not taken in. */
export async function readTakenBefore(trx: Records, unit: string, hash: string): Promise<TakenBefore | null> {
  const { rows } =
    await sql`${ROSTERS} where unit = ${unit} and hash = ${hash} order by roster.id desc limit 1`.execute(trx);
  const last = z.array(rosterRow).parse(rows)[0];
  if (last === undefined) return null;
  const left = await sql`select ringfence.lines_left(${unit}, ${hash}) as lines`.execute(trx);
  return { takenInAt: last.takenInAt, linesLeft: new Set(linesRow.parse(left.rows[0]).lines) };
}

export async function readRoster(trx: Records, id: number): Promise<KeptRoster | null> {
  const { rows } = await sql`${ROSTERS} where roster.id = ${id}`.execute(trx);
  return z.array(rosterRow).parse(rows)[0] ?? null;
}

/** Notes a roster. @returns its number */
export async function insertRoster(
  trx: Records,
  roster: { unit: string; name: string; hash: string; format: RosterFormat; counts: RosterCounts; synthetic: boolean },
  { actor, at }: Writer,
): Promise<number> {
  const { rows } =
    await sql`insert into ringfence.roster (unit, name, hash, format, counts, synthetic, taken_in_by, taken_in_at)
    values (${roster.unit}, ${roster.name}, ${roster.hash}, ${roster.format}, ${roster.counts}, ${roster.synthetic}, ${actor},
      ${at}::timestamptz) returning id`.execute(trx);
  return z.array(z.object({ id: z.coerce.number() })).parse(rows)[0]?.id ?? 0;
}

const officerRow = z.object({ id: z.coerce.number(), reference: z.string(), name: z.string() });
/** An officer of the post book, by their number in the records. */
export type OfficerOfUnit = z.infer<typeof officerRow>;

/** Officers of a unit, made up or not; only those that whoever acts may see. */
export async function readOfficersOfUnit(trx: Records, unit: string, synthetic: boolean): Promise<OfficerOfUnit[]> {
  const { rows } = await sql`select id, reference, name from organisation.officer
    where unit = ${unit} and synthetic = ${synthetic}`.execute(trx);
  return z.array(officerRow).parse(rows);
}

const reachRow = z.object({ places: z.array(z.number()), led: z.record(z.string(), z.string()) });

/** Places whose duties whoever acts may write, and those they lead as a sergeant with the first day of each. */
export async function readReach(trx: Records): Promise<z.infer<typeof reachRow>> {
  const { rows } =
    await sql`select to_jsonb(ringfence.places_for('write')) as places, ringfence.led('write') as led`.execute(trx);
  return reachRow.parse(rows[0]);
}

/** Whether whoever acts writes the duties of others: on records that nothing was entered in yet, too. */
export async function readWritesOfOthers(trx: Records): Promise<boolean> {
  const { rows } = await sql`select ringfence.writes_of_others() as writes`.execute(trx);
  return z.array(z.object({ writes: z.boolean() })).parse(rows)[0]?.writes ?? false;
}

/** Months of a unit that were closed, "2026-10". */
export async function readClosedMonths(trx: Records, unit: string): Promise<Set<string>> {
  const { rows } = await sql`select distinct to_char(month, 'YYYY-MM') as month from ringfence.closed_month
    where unit = ${unit}`.execute(trx);
  return new Set(
    z
      .array(z.object({ month: z.string() }))
      .parse(rows)
      .map(({ month }) => month),
  );
}

/** Numbers of the duties, or of the leave, of some days that a roster brought. */
export async function readOfRosters(
  trx: Records,
  table: 'duty' | 'leave',
  { places, from, to }: { places: readonly number[]; from: string; to: string },
): Promise<Set<number>> {
  const { rows } = await sql`select id from ringfence.${sql.raw(table)} where roster is not null
    and place = any (${[...places]}::integer[]) and day between ${from}::date and ${to}::date`.execute(trx);
  return new Set(
    z
      .array(z.object({ id: z.coerce.number() }))
      .parse(rows)
      .map(({ id }) => id),
  );
}

const heldRow = z.object({
  roster: z.coerce.number(),
  line: z.number(),
  written: z.string(),
  said: z.string(),
  officer: z.string().nullable(),
  day: z.string().nullable(),
  settledAt: z.date().nullable(),
  settledBy: z.string().nullable(),
});
/** Rows of a roster that were held back, by line; those of nobody whom whoever asks may see. */
export async function readHeldBack(trx: Records, roster: number): Promise<KeptHeldRow[]> {
  const { rows } = await sql`select roster, line, written, said, officer, day, settled_at as "settledAt",
      settled_by as "settledBy" from ringfence.held_back where roster = ${roster} order by line < 1, abs(line)`.execute(
    trx,
  );
  return z.array(heldRow).parse(rows);
}

/** Keeps rows that are held back. */
export async function insertHeldBack(
  trx: Records,
  rows: Iterable<Omit<KeptHeldRow, 'settledAt' | 'settledBy'>>,
): Promise<void> {
  const columns = { roster: 'bigint', line: 'integer', written: 'text', said: 'text', officer: 'text', day: 'date' };
  await insertRows(trx, 'ringfence.held_back', columns, rows);
}

/** Settles one row that was held back. @returns false where there is none, or it was settled before */
export async function settleHeldBack(
  trx: Records,
  { roster, line }: { roster: number; line: number },
  { actor, at }: Writer,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update ringfence.held_back set settled_at = ${at}::timestamptz, settled_by = ${actor}
    where roster = ${roster} and line = ${line} and settled_at is null`.execute(trx);
  return numAffectedRows === 1n;
}

/**
 * Settles the rows of earlier rosters of a unit that are of these officers and days, and of the same file, whose rows are
 * held back anew where they still are. @returns how many
 * @param later.keys officers' references in capitals with a day, "P123 2026-10-24"
 */
export async function settleByLater(
  trx: Records,
  { unit, roster, hash, keys }: { unit: string; roster: number; hash: string; keys: Iterable<string> },
  { actor, at }: Writer,
): Promise<number> {
  const { numAffectedRows } = await sql`update ringfence.held_back as held set settled_at = ${at}::timestamptz,
      settled_by = ${actor}
    from ringfence.roster where roster.id = held.roster and roster.unit = ${unit} and held.roster <> ${roster}
      and held.settled_at is null
      and (roster.hash = ${hash} or upper(held.officer) || ' ' || held.day = any (${[...keys]}::text[]))`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}
