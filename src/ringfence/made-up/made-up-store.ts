import { sql } from 'kysely';
import { z } from 'zod';
import { insertRows, type Records } from '../../platform/database/index.ts';
import { asStepHasIt } from '../absences/step-store.ts';
import type { NewDuty, Writer } from '../duties/duty-store.ts';
import type { Absence } from '../model.ts';

const range = ({ from, to }: { from: Date; to: Date }) => `[${from.toISOString()},${to.toISOString()})`;

/** Numbers of a unit's made-up officers, by their references. */
export async function readMadeUpOfficers(trx: Records, unit: string): Promise<Map<string, number>> {
  const { rows } = await sql`select id, reference from organisation.officer where unit = ${unit} and synthetic`.execute(
    trx,
  );
  const officers = z.array(z.object({ id: z.coerce.number(), reference: z.string() })).parse(rows);
  return new Map(officers.map(({ id, reference }) => [reference, id]));
}

/** The last day of which a unit's made-up ledger says anything; null where nothing was laid. */
export async function readLastMadeUpDay(trx: Records, unit: string): Promise<string | null> {
  const { rows } = await sql`select max(line.day) as day from ringfence.ledger_line as line
    join ringfence.place on place.id = line.place where place.unit = ${unit} and line.synthetic`.execute(trx);
  return z.array(z.object({ day: z.string().nullable() })).parse(rows)[0]?.day ?? null;
}

/** Books many duties at once. Of an officer there is one a day, by which they are found again. */
export async function insertMadeUpDuties(
  trx: Records,
  duties: readonly NewDuty[],
  { actor, at }: Writer,
): Promise<void> {
  await insertRows(
    trx,
    'ringfence.duty',
    {
      officer: 'bigint',
      place: 'integer',
      post_class: 'text',
      kind: 'text',
      day: 'date',
      during: 'tstzrange',
      planned: 'tstzrange',
      confirmed: 'text',
      confirmed_by: 'text',
      confirmed_at: 'timestamptz',
      synthetic: 'boolean',
    },
    duties.map(({ officer, place, postClass, kind, day, during, confirmed }) => ({
      ...{ officer, place, kind, day, confirmed, during: range(during), planned: range(during), synthetic: true },
      post_class: postClass,
      confirmed_by: confirmed === null ? null : actor,
      confirmed_at: confirmed === null ? null : at,
    })),
  );
}

/** Adds many absences at once, each with the one step that recorded it. */
export async function insertMadeUpAbsences(
  trx: Records,
  absences: readonly Absence[],
  { actor, at }: Writer,
): Promise<void> {
  const rows = absences.map(({ id, duty, officer, place, day, from, to, reason, event, order, standing }) => ({
    ...{ id, duty, officer, place, day, reason, event, standing, synthetic: true },
    during: `[${from.toISOString()},${to?.toISOString() ?? ''})`,
    ordered_by: order?.by ?? null,
    ordered_at: order?.at ?? null,
  }));
  const columns = {
    id: 'uuid',
    duty: 'bigint',
    officer: 'bigint',
    place: 'integer',
    day: 'date',
    during: 'tstzrange',
    reason: 'text',
    event: 'text',
    ordered_by: 'text',
    ordered_at: 'timestamptz',
    standing: 'text',
    synthetic: 'boolean',
  } as const;
  await insertRows(trx, 'ringfence.absence', columns, rows);
  await insertRows(
    trx,
    'ringfence.absence_step',
    { absence: 'uuid', number: 'integer', step: 'text', after: 'jsonb', done_by: 'text', done_at: 'timestamptz' },
    absences.map((absence) => ({
      ...{ absence: absence.id, number: 1, step: 'recorded' },
      after: asStepHasIt(absence, false),
      // As it would have come: whoever is called away says so as it begins.
      ...{ done_by: actor, done_at: absence.from < at ? absence.from : at },
    })),
  );
}

/** Days on which made-up leave was taken, with the minutes. */
export async function insertMadeUpLeave(
  trx: Records,
  leave: readonly { officer: number; place: number; postClass: string; day: string; minutes: number }[],
): Promise<void> {
  await insertRows(
    trx,
    'ringfence.leave',
    {
      officer: 'bigint',
      place: 'integer',
      post_class: 'text',
      day: 'date',
      minutes: 'integer',
      synthetic: 'boolean',
    },
    leave.map(({ postClass, ...each }) => ({ ...each, post_class: postClass, synthetic: true })),
  );
}

/** Lays a policy that was in force before anything was recorded: of the demonstration alone. */
export async function insertMadeUpPolicy(
  trx: Records,
  policy: { unit: string; from: string; content: object; hash: string; because: string },
  at: Date,
): Promise<void> {
  await sql`insert into ringfence.policy (unit, version, in_force_from, content, hash, because, synthetic, proposed_by,
      proposed_at, adopted_by, adopted_at)
    values (${policy.unit}, 1, ${policy.from}::date, ${policy.content}, ${policy.hash}, ${policy.because}, true,
      'demonstration:superintendent', ${at}::timestamptz, 'demonstration:commander', ${at}::timestamptz)
    on conflict (unit, version) do nothing`.execute(trx);
}

/** Says of a made-up officer which made-up person they are. */
export async function insertMadeUpAccount(
  trx: Records,
  { officer, email }: { officer: number; email: string },
  { actor, at }: Writer,
): Promise<void> {
  await sql`insert into ringfence.account (officer, person, linked_by, linked_at)
    select ${officer}::bigint, id, ${actor}::text, ${at}::timestamptz from identity.person where email = ${email} and demonstration
    on conflict do nothing`.execute(trx);
}
