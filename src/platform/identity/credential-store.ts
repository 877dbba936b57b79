import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';
import type { PersonId } from './model.ts';

/** The hash of a person's password; null where they have none. */
export async function readPasswordHash(trx: Records, person: PersonId): Promise<string | null> {
  const found = await sql`select hash from identity.credential where person = ${person}`.execute(trx);
  return z.array(z.object({ hash: z.string() })).parse(found.rows)[0]?.hash ?? null;
}

export async function writePasswordHash(trx: Records, person: PersonId, hash: string, at: Date): Promise<void> {
  await sql`insert into identity.credential (person, hash, changed_at) values (${person}, ${hash}, ${at})
    on conflict (person) do update set hash = excluded.hash, changed_at = excluded.changed_at`.execute(trx);
}

export async function deletePassword(trx: Records, person: PersonId): Promise<void> {
  await sql`delete from identity.credential where person = ${person}`.execute(trx);
}

/** An authenticator's sealed secret. */
export interface KeptAuthenticator {
  sealed: Uint8Array;
  /** Whether its first code was given. */
  confirmed: boolean;
}

const authenticatorRow = z.object({ sealed: z.instanceof(Uint8Array), confirmed: z.boolean() });

export async function readAuthenticator(trx: Records, person: PersonId): Promise<KeptAuthenticator | null> {
  const found = await sql`select sealed, confirmed_at is not null as confirmed from identity.totp
    where person = ${person}`.execute(trx);
  return z.array(authenticatorRow).parse(found.rows)[0] ?? null;
}

/** Keeps the secret of an authenticator that is being set up; one that is there already stays. */
export async function keepNewAuthenticator(trx: Records, person: PersonId, sealed: Uint8Array): Promise<void> {
  await sql`insert into identity.totp (person, sealed) values (${person}, ${sealed})
    on conflict (person) do nothing`.execute(trx);
}

/** Whether a person has set an authenticator up; asked by who keeps users, who may not read it. */
export async function holdsSecondFactor(trx: Records, person: PersonId): Promise<boolean> {
  const found = await sql<{ held: boolean }>`select identity.holds_second_factor(${person}) as held`.execute(trx);
  return found.rows[0]?.held === true;
}

export async function confirmAuthenticator(trx: Records, person: PersonId, at: Date): Promise<void> {
  await sql`update identity.totp set confirmed_at = ${at} where person = ${person}`.execute(trx);
}

/** Uses a step's code up. @returns whether neither it nor a later one was used before */
export async function takeStep(trx: Records, person: PersonId, step: number): Promise<boolean> {
  const taken = await sql`update identity.totp set last_step = ${step}
    where person = ${person} and (last_step is null or last_step < ${step})`.execute(trx);
  return taken.numAffectedRows === 1n;
}

export async function deleteSecondFactor(trx: Records, person: PersonId): Promise<void> {
  await sql`delete from identity.totp where person = ${person}`.execute(trx);
  await sql`delete from identity.recovery_code where person = ${person}`.execute(trx);
}

export async function replaceRecoveryCodes(
  trx: Records,
  person: PersonId,
  hashes: readonly Uint8Array[],
): Promise<void> {
  await sql`delete from identity.recovery_code where person = ${person}`.execute(trx);
  for (const hash of hashes)
    await sql`insert into identity.recovery_code (person, hash) values (${person}, ${hash})`.execute(trx);
}

/** Uses a recovery code up. @returns whether there was such a code, unused */
export async function takeRecoveryCode(trx: Records, person: PersonId, hash: Uint8Array, at: Date): Promise<boolean> {
  const taken = await sql`update identity.recovery_code set used_at = ${at}
    where person = ${person} and hash = ${hash} and used_at is null`.execute(trx);
  return taken.numAffectedRows === 1n;
}

export async function countRecoveryCodes(trx: Records, person: PersonId): Promise<number> {
  const found = await sql`select count(*) as left from identity.recovery_code
    where person = ${person} and used_at is null`.execute(trx);
  return z.array(z.object({ left: z.number() })).parse(found.rows)[0]?.left ?? 0;
}

/** Whom a provider's subject was linked to; null when to nobody. */
export async function readExternalPerson(trx: Records, issuer: string, subject: string): Promise<PersonId | null> {
  const found = await sql`select person from identity.external_identity
    where issuer = ${issuer} and subject = ${subject}`.execute(trx);
  return z.array(z.object({ person: z.string() })).parse(found.rows)[0]?.person ?? null;
}

/** @returns false when the subject, or the person at that provider, is linked already */
export async function linkExternal(
  trx: Records,
  { issuer, subject, person, at }: { issuer: string; subject: string; person: PersonId; at: Date },
): Promise<boolean> {
  const done = await sql`insert into identity.external_identity (issuer, subject, person, linked_at)
    values (${issuer}, ${subject}, ${person}, ${at}) on conflict do nothing`.execute(trx);
  return done.numAffectedRows === 1n;
}
