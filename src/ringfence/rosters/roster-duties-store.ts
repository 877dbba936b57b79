import { sql } from 'kysely';
import { z } from 'zod';
import { insertRows, type Records } from '../../platform/database/index.ts';
import type { Writer } from '../duties/duty-store.ts';
import type { Duty, TimeSpan } from '../model.ts';
import type { HeldLeave } from './plan/model.ts';

const rangeText = ({ from, to }: TimeSpan): string => `[${from.toISOString()},${to.toISOString()})`;

const numbered = z.array(z.object({ id: z.coerce.number() }));
const idsOf = (rows: unknown): number[] => numbered.parse(rows).map(({ id }) => id);

/** Numbers of the duties that a roster brought. */
export async function readDutiesBrought(trx: Records, roster: number): Promise<number[]> {
  return idsOf((await sql`select id from ringfence.duty where roster = ${roster} order by id`.execute(trx)).rows);
}

/**
 * Writes other times of many duties, each over the version that was seen.
 * @returns how many were written: fewer where somebody changed one first
 */
export async function updateDuties(
  trx: Records,
  changes: readonly { duty: Duty; during: TimeSpan; confirm: boolean }[],
  { actor, at }: Writer,
): Promise<number> {
  const column = (cell: (change: (typeof changes)[number]) => string) => changes.map(cell);
  const { numAffectedRows } = await sql`update ringfence.duty set during = given.during::tstzrange,
      confirmed = case when given.confirm = 'yes' then 'roster' else duty.confirmed end,
      confirmed_by = case when given.confirm = 'yes' then ${actor} else duty.confirmed_by end,
      confirmed_at = case when given.confirm = 'yes' then ${at}::timestamptz else duty.confirmed_at end,
      version = duty.version + 1
    from unnest(${column(({ duty }) => String(duty.id))}::text[], ${column(({ duty }) => String(duty.version))}::text[],
      ${column(({ during }) => rangeText(during))}::text[], ${column(({ confirm }) => (confirm ? 'yes' : 'no'))}::text[])
      as given (id, version, during, confirm)
    where duty.id = given.id::bigint and duty.version = given.version::integer`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** Takes rows away at the versions that were seen. @returns how many: fewer where somebody changed one first */
export async function deleteMany(
  trx: Records,
  table: 'duty' | 'leave',
  rows: readonly { id: number; version: number }[],
): Promise<number> {
  const { numAffectedRows } = await sql`delete from ringfence.${sql.raw(table)} as gone
    using unnest(${rows.map(({ id }) => String(id))}::text[], ${rows.map(({ version }) => String(version))}::text[])
      as given (id, version)
    where gone.id = given.id::bigint and gone.version = given.version::integer`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** Numbers of the leave that a roster brought. */
export async function readLeaveBrought(trx: Records, roster: number): Promise<number[]> {
  return idsOf((await sql`select id from ringfence.leave where roster = ${roster} order by id`.execute(trx)).rows);
}

/** Writes other minutes of leave over the version that was seen. @returns how many were written */
export async function updateLeaves(
  trx: Records,
  changes: readonly { leave: HeldLeave; minutes: number }[],
): Promise<number> {
  const { numAffectedRows } = await sql`update ringfence.leave set minutes = given.minutes::integer,
      version = leave.version + 1
    from unnest(${changes.map(({ leave }) => String(leave.id))}::text[],
      ${changes.map(({ leave }) => String(leave.version))}::text[], ${changes.map(({ minutes }) => String(minutes))}::text[])
      as given (id, version, minutes)
    where leave.id = given.id::bigint and leave.version = given.version::integer`.execute(trx);
  return Number(numAffectedRows ?? 0n);
}

/** One state of a duty or a leave before and after a roster. */
export interface BulkRevision {
  kind: 'duty' | 'leave';
  row: { id: number; officer: number; place: number; day: string };
  before: object | null;
  after: object | null;
}

/** Keeps what duties and leave were before a roster, and what it made of them. */
export async function insertRevisions(
  trx: Records,
  revisions: readonly BulkRevision[],
  because: (day: string) => string,
  { actor, at }: Writer,
): Promise<void> {
  const columns = {
    kind: 'text',
    row_id: 'bigint',
    officer: 'bigint',
    place: 'integer',
    day: 'date',
    before: 'jsonb',
    after: 'jsonb',
    because: 'text',
    changed_by: 'text',
    changed_at: 'timestamptz',
  };
  const asJson = (state: object | null) => (state === null ? null : JSON.stringify(state));
  await insertRows(
    trx,
    'ringfence.revision',
    columns,
    revisions.map(({ kind, row, before, after }) => ({
      kind,
      row_id: row.id,
      officer: row.officer,
      place: row.place,
      day: row.day,
      before: asJson(before),
      after: asJson(after),
      because: because(row.day),
      changed_by: actor,
      changed_at: at,
    })),
  );
}
