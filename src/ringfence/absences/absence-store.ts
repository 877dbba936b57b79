import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import { type Absence, ORDERED_BY } from '../model.ts';
import { REASON_NAMES } from './reason-names.ts';

const orderRow = z
  .object({
    by: z.enum(ORDERED_BY).nullable(),
    person: z.string().nullable(),
    at: z.string().nullable(),
    reference: z.string().nullable(),
    knownAt: z.string().nullable(),
  })
  .transform(({ by, person, at, reference, knownAt }) =>
    by === null ? null : { by, person, at: instantOf(at), reference: reference ?? '', knownAt: instantOf(knownAt) },
  );
const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
const absenceRow = z.object({
  id: z.string(),
  duty: z.coerce.number(),
  officer: z.coerce.number(),
  place: z.number(),
  day: z.string(),
  from: z.date(),
  to: z.date().nullable(),
  reason: z.enum(REASON_NAMES),
  event: z.string().nullable(),
  order: orderRow,
  covers: z.number().nullable(),
  chargedTo: z.string().nullable(),
  note: z.string(),
  standing: z.enum(['recorded', 'confirmed', 'disputed', 'withdrawn']),
  synthetic: z.boolean(),
  version: z.number(),
});

// From the first of the last steps that all have the order as it stands: of a phone's, when its officer said so to it.
const KNOWN_AT = sql`case when absence.ordered_by is not null and absence.event is not null then (
  select min(coalesce((step.after ->> 'saidAt')::timestamptz, step.done_at)) from ringfence.absence_step as step
  where step.absence = absence.id and step.number > coalesce((select max(other.number) from ringfence.absence_step as other
    where other.absence = absence.id and (other.after ->> 'orderedBy', (other.after ->> 'orderedAt')::timestamptz)
      is distinct from (absence.ordered_by, absence.ordered_at)), 0)) end`;
const ABSENCES = sql`select absence.id, absence.duty, absence.officer, absence.place, absence.day, lower(absence.during) as "from",
    upper(absence.during) as "to", absence.reason, absence.event, jsonb_build_object('by', absence.ordered_by, 'person',
    absence.ordered_person, 'at', absence.ordered_at, 'reference', absence.order_reference, 'knownAt', ${KNOWN_AT}) as "order", absence.covers,
    coalesce(absence.charged_to::text, 'duty:' || absence.charged_duty) as "chargedTo", absence.note, absence.standing,
    absence.synthetic, absence.version
  from ringfence.absence`;
const IN_ORDER = sql`order by lower(absence.during), absence.id`;

/** Which absences are meant: one, those of duties, or those of days from the first to the last, of an officer or of wards. */
export type AbsencesAsked =
  | { id: string }
  | { duties: readonly number[] }
  | { officer: number; from: string; to: string }
  | { places: readonly number[]; from: string; to: string }
  /** Those whose rest day was given back by charging it to one of these absences or duties. */
  | { chargedTo: { absence: string } | { duty: number } };

function asked(of: AbsencesAsked): RawBuilder<unknown> {
  if ('id' in of) return sql`absence.id = ${of.id}`;
  if ('duties' in of) return sql`absence.duty = any (${[...of.duties]}::bigint[])`;
  if ('chargedTo' in of)
    return 'absence' in of.chargedTo
      ? sql`absence.charged_to = ${of.chargedTo.absence}`
      : sql`absence.charged_duty = ${of.chargedTo.duty}`;
  const whose =
    'officer' in of ? sql`absence.officer = ${of.officer}` : sql`absence.place = any (${[...of.places]}::integer[])`;
  return sql`${whose} and absence.day between ${of.from}::date and ${of.to}::date`;
}

/** Absences as they now are, withdrawn ones among them, by when they began. */
export async function readAbsences(trx: Records, of: AbsencesAsked): Promise<Absence[]> {
  const { rows } = await sql`${ABSENCES} where ${asked(of)} ${IN_ORDER}`.execute(trx);
  return z.array(absenceRow).parse(rows);
}

/** One absence; null where there is none, or none that whoever acts may see. */
export async function readAbsence(trx: Records, id: string): Promise<Absence | null> {
  const [found = null] = await readAbsences(trx, { id });
  return found;
}

const during = ({ from, to }: Pick<Absence, 'from' | 'to'>) => sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`;
const charge = (chargedTo: string | null) => {
  const duty = chargedTo?.startsWith('duty:') ? Number(chargedTo.slice(5)) : null;
  return { to: duty === null ? chargedTo : null, duty };
};

/** Adds an absence as its first step has it. @returns false where its identity is taken */
export async function insertAbsence(trx: Records, absence: Absence): Promise<boolean> {
  const { order, chargedTo } = absence;
  const charged = charge(chargedTo);
  const { numAffectedRows } =
    await sql`insert into ringfence.absence (id, duty, officer, place, day, during, reason, event,
      ordered_by, ordered_person, ordered_at, order_reference, covers, charged_to, charged_duty, note, standing, synthetic, version)
    values (${absence.id}, ${absence.duty}, ${absence.officer}, ${absence.place}, ${absence.day}::date, ${during(absence)},
      ${absence.reason}, ${absence.event}, ${order?.by ?? null}, ${order?.person ?? null}, ${order?.at ?? null}::timestamptz,
      ${order?.reference ?? null}, ${absence.covers}, ${charged.to}::uuid, ${charged.duty}::bigint, ${absence.note},
      ${absence.standing}, ${absence.synthetic}, ${absence.version})
    on conflict (id) do nothing`.execute(trx);
  return numAffectedRows === 1n;
}

/**
 * Writes an absence as a further step leaves it, over the version before.
 * @returns false where it is no longer at that version, or whoever acts may not change it
 */
export async function updateAbsence(trx: Records, absence: Absence): Promise<boolean> {
  const { order, chargedTo } = absence;
  const charged = charge(chargedTo);
  // The time is written even where it stays, so that the trigger has the writers of one officer's ledger queue up.
  const { numAffectedRows } =
    await sql`update ringfence.absence set during = ${during(absence)}, reason = ${absence.reason},
      event = ${absence.event}, ordered_by = ${order?.by ?? null}, ordered_person = ${order?.person ?? null},
      ordered_at = ${order?.at ?? null}::timestamptz, order_reference = ${order?.reference ?? null}, covers = ${absence.covers},
      charged_to = ${charged.to}::uuid, charged_duty = ${charged.duty}::bigint, note = ${absence.note},
      standing = ${absence.standing}, version = ${absence.version}
    where id = ${absence.id} and version = ${absence.version - 1}`.execute(trx);
  return numAffectedRows === 1n;
}

/** The order of the officer's latest absence that anybody ordered. */
export async function readLastOrder(trx: Records, officer: number): Promise<Absence['order']> {
  const { rows } = await sql`${ABSENCES} where absence.officer = ${officer} and absence.ordered_by is not null
    and absence.standing <> 'withdrawn' order by absence.day desc, lower(absence.during) desc limit 1`.execute(trx);
  return z.array(absenceRow).parse(rows)[0]?.order ?? null;
}
