import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { NotAllowed } from '../../platform/access/index.ts';
import { StaleEdit, withoutDoubleBooking } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { saySpan } from '../../ui/say-span.ts';
import { type Duty, ORDERED_BY, POST_CLASSES, type TimeSpan } from '../model.ts';
import { REASONS, type Reason } from '../reasons.ts';

const REASON_NAMES = REASONS.map(({ reason }) => reason) as [Reason, ...Reason[]];

const dutyRow = z
  .object({
    id: z.coerce.number(),
    officer: z.coerce.number(),
    place: z.number(),
    postClass: z.enum(POST_CLASSES),
    kind: z.enum(['ward', 'rest-day', 'overtime']),
    day: z.string(),
    from: z.date(),
    to: z.date(),
    plannedFrom: z.date().nullable(),
    plannedTo: z.date().nullable(),
    confirmed: z.enum(['officer', 'sergeant', 'roster']).nullable(),
    reason: z.enum(REASON_NAMES).nullable(),
    orderedBy: z.enum(ORDERED_BY).nullable(),
    orderedPerson: z.string().nullable(),
    event: z.string().nullable(),
    synthetic: z.boolean(),
    version: z.number(),
  })
  .transform(
    ({ from, to, plannedFrom, plannedTo, reason, orderedBy, orderedPerson, event, ...rest }): Duty => ({
      ...rest,
      during: { from, to },
      planned: plannedFrom === null || plannedTo === null ? null : { from: plannedFrom, to: plannedTo },
      elsewhere:
        reason === null
          ? null
          : {
              reason,
              event,
              order: orderedBy === null ? null : { by: orderedBy, person: orderedPerson, at: null, reference: '' },
            },
    }),
  );

const COLUMNS = sql`id, officer, place, post_class as "postClass", kind, day, lower(during) as "from", upper(during) as "to",
  lower(planned) as "plannedFrom", upper(planned) as "plannedTo", confirmed, reason, ordered_by as "orderedBy",
  ordered_person as "orderedPerson", event, synthetic, version`;
const during = ({ from, to }: TimeSpan) => sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`;

/** Which duties are meant: by number, of an officer, or of wards; the last two of days from the first to the last. */
export type DutiesAsked =
  | { ids: readonly number[] }
  | { officer: number; from: string; to: string }
  | { places: readonly number[]; from: string; to: string };

function asked(of: DutiesAsked): RawBuilder<unknown> {
  if ('ids' in of) return sql`id = any (${[...of.ids]}::bigint[])`;
  const whose = 'officer' in of ? sql`officer = ${of.officer}` : sql`place = any (${[...of.places]}::integer[])`;
  return sql`${whose} and day between ${of.from}::date and ${of.to}::date`;
}

/** Duties as they now are, by when they begin; only those that whoever acts may see. */
export async function readDuties(trx: Records, of: DutiesAsked): Promise<Duty[]> {
  const { rows } =
    await sql`select ${COLUMNS} from ringfence.duty where ${asked(of)} order by lower(during), id`.execute(trx);
  return z.array(dutyRow).parse(rows);
}

/** One duty; null where there is none that whoever acts may see. */
export async function readDuty(trx: Records, id: number): Promise<Duty | null> {
  const [found = null] = await readDuties(trx, { ids: [id] });
  return found;
}

/** Has every other writer of these duties' ledger wait until the transaction is over; those one may not write stay as they are. */
export async function lockDuties(trx: Records, ids: readonly number[]): Promise<void> {
  await sql`select 1 from ringfence.duty where id = any (${[...ids]}::bigint[]) order by id for no key update`.execute(
    trx,
  );
}

/** A duty that is to be kept, and who says that it was worked. */
export type NewDuty = Omit<Duty, 'id' | 'version'> & { roster?: number | null };

/** Who writes, in whose name, and when. */
export interface Writer {
  actor: string;
  at: Date;
}

/**
 * Books a duty.
 * @param name the officer's, as the sentence has it
 * @throws DoubleBooked when it overlaps another duty of the officer
 */
export async function insertDuty(trx: Records, duty: NewDuty, name: string, by: Writer): Promise<Duty> {
  const { elsewhere, confirmed } = duty;
  const planned = duty.planned === null ? null : during(duty.planned);
  return neverTwice(trx, duty, name, async () => {
    const { rows } =
      await sql`insert into ringfence.duty (officer, place, post_class, kind, day, during, planned, confirmed,
        confirmed_by, confirmed_at, reason, ordered_by, ordered_person, event, roster, synthetic)
      values (${duty.officer}, ${duty.place}, ${duty.postClass}, ${duty.kind}, ${duty.day}::date, ${during(duty.during)}, ${planned},
        ${confirmed}, ${confirmed === null ? null : by.actor}, ${confirmed === null ? null : by.at}::timestamptz,
        ${elsewhere?.reason ?? null}, ${elsewhere?.order?.by ?? null}, ${elsewhere?.order?.person ?? null},
        ${elsewhere?.event ?? null}, ${duty.roster ?? null}, ${duty.synthetic})
      returning ${COLUMNS}`.execute(trx);
    return dutyRow.parse(rows[0]);
  });
}

/**
 * Writes a duty over the version that was seen: its time and who confirms it.
 * @throws StaleEdit when somebody changed or removed it first; DoubleBooked when it would overlap another
 */
export async function updateDuty(trx: Records, duty: Duty, name: string, by: Writer): Promise<Duty> {
  const { confirmed } = duty;
  return neverTwice(trx, duty, name, async () => {
    const { rows } =
      await sql`update ringfence.duty set during = ${during(duty.during)}, confirmed = ${confirmed}::text,
        confirmed_by = case when ${confirmed}::text is not distinct from confirmed then confirmed_by
          when ${confirmed}::text is not null then ${by.actor}::text end,
        confirmed_at = case when ${confirmed}::text is not distinct from confirmed then confirmed_at
          when ${confirmed}::text is not null then ${by.at}::timestamptz end,
        version = version + 1
      where id = ${duty.id} and version = ${duty.version} returning ${COLUMNS}`.execute(trx);
    if (rows[0] === undefined) throw new StaleEdit(await readDuty(trx, duty.id), duty.version);
    return dutyRow.parse(rows[0]);
  });
}

/**
 * Takes a duty away at the version that was seen.
 * @throws StaleEdit when somebody changed or removed it first; NotAllowed when it may be changed but not taken away
 */
export async function deleteDuty(trx: Records, { id, version }: Pick<Duty, 'id' | 'version'>): Promise<void> {
  const { numAffectedRows } = await sql`delete from ringfence.duty where id = ${id} and version = ${version}`.execute(
    trx,
  );
  if (numAffectedRows === 1n) return;
  const stored = await readDuty(trx, id);
  if (stored?.version === version)
    throw new NotAllowed('Your role lets you change this duty but not take it away: ask your sergeant.');
  throw new StaleEdit(stored, version);
}

function neverTwice<Result>(
  trx: Records,
  { officer, during: span, id = 0 }: Pick<Duty, 'officer' | 'during'> & { id?: number },
  name: string,
  write: () => Promise<Result>,
): Promise<Result> {
  return withoutDoubleBooking<Result, TimeSpan>(
    trx,
    {
      constraint: 'duties_never_overlap',
      async findClash() {
        const { rows } = await sql<TimeSpan>`select lower(during) as "from", upper(during) as "to" from ringfence.duty
          where officer = ${officer} and id <> ${id} and during && ${during(span)} order by during limit 1`.execute(
          trx,
        );
        return rows[0] ?? null;
      },
      say: (clash) =>
        clash === null
          ? `${name} is on duty then for another ward: choose another time, or ask their sergeant.`
          : `${name} is already on duty ${saySpan(clash)}: choose another time, or change that duty.`,
    },
    write,
  );
}

/** One state of a duty or a leave, kept when it is changed. */
export interface Revision {
  kind: 'duty' | 'leave';
  row: { id: number; officer: number; place: number; day: string };
  before: object | null;
  after: object | null;
  because: string;
}

/** Keeps what a duty or a leave was before a change, and what the change made of it. */
export async function insertRevision(
  trx: Records,
  { kind, row, before, after, because }: Revision,
  { actor, at }: Writer,
): Promise<void> {
  await sql`insert into ringfence.revision (kind, row_id, officer, place, day, before, after, because, changed_by, changed_at)
    values (${kind}, ${row.id}, ${row.officer}, ${row.place}, ${row.day}::date, ${before}, ${after}, ${because}, ${actor},
      ${at}::timestamptz)`.execute(trx);
}
