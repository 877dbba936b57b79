import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';
import type { PersonId } from './model.ts';

/** What tells the identity key that secrets were sealed with, held until the transaction ends; null: none was used yet. */
export async function lockKeyFingerprint(trx: Records): Promise<Uint8Array | null> {
  const found = await sql`select fingerprint from identity.key_fingerprint for update`.execute(trx);
  return z.array(z.object({ fingerprint: z.instanceof(Uint8Array) })).parse(found.rows)[0]?.fingerprint ?? null;
}

export async function keepKeyFingerprint(trx: Records, fingerprint: Uint8Array, at: Date): Promise<void> {
  await sql`insert into identity.key_fingerprint (fingerprint, kept_at) values (${fingerprint}, ${at})
    on conflict (one) do update set fingerprint = excluded.fingerprint, kept_at = excluded.kept_at`.execute(trx);
}

/** Everybody whose proof of who they are needs the identity key. */
export async function readPeopleWithSecrets(trx: Records): Promise<PersonId[]> {
  const found = await sql`select person from identity.totp union select person from identity.recovery_code
    order by person`.execute(trx);
  return z
    .array(z.object({ person: z.string() }))
    .parse(found.rows)
    .map(({ person }) => person);
}
