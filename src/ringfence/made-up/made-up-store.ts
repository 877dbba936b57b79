import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { Writer } from '../duties/duty-store.ts';

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
