import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';
import type { LinkPurpose, PersonId } from './model.ts';

export interface KeptLink {
  id: string;
  purpose: LinkPurpose;
  /** null: following it makes the person. */
  person: PersonId | null;
  /** Where the first administrator's role is held; null for other purposes. */
  unit: string | null;
  /** Whether it takes the second factor away too. */
  secondFactorToo: boolean;
  expiresAt: Date;
}

export interface LinkToKeep extends KeptLink {
  hash: Uint8Array;
  madeBy: string;
  madeAt: Date;
}

const linkRow = z.object({
  id: z.string(),
  purpose: z.enum(['first-administrator', 'invitation', 'reset']),
  person: z.string().nullable(),
  unit: z.string().nullable(),
  secondFactorToo: z.boolean(),
  expiresAt: z.date(),
});

const COLUMNS = sql.raw(`id, purpose, person, unit, second_factor_too as "secondFactorToo", expires_at as "expiresAt"`);

export async function insertLink(trx: Records, link: LinkToKeep): Promise<void> {
  await sql`insert into identity.one_time_link (id, hash, purpose, person, unit, second_factor_too,
      made_by, made_at, expires_at)
    values (${link.id}, ${link.hash}, ${link.purpose}, ${link.person}, ${link.unit},
      ${link.secondFactorToo}, ${link.madeBy}, ${link.madeAt}, ${link.expiresAt})`.execute(trx);
}

/** A link that still works; null when there is none, or it was used or replaced, or its time is over. */
export async function readLink(trx: Records, hash: Uint8Array, now: Date): Promise<KeptLink | null> {
  const found = await sql`select ${COLUMNS} from identity.one_time_link
    where hash = ${hash} and used_at is null and ended_at is null and expires_at > ${now}`.execute(trx);
  return z.array(linkRow).parse(found.rows)[0] ?? null;
}

/** Uses a link up. @returns the link; null when it does not work, or works no more */
export async function takeLink(trx: Records, hash: Uint8Array, now: Date): Promise<KeptLink | null> {
  const taken = await sql`update identity.one_time_link set used_at = ${now}
    where hash = ${hash} and used_at is null and ended_at is null and expires_at > ${now}
    returning ${COLUMNS}`.execute(trx);
  return z.array(linkRow).parse(taken.rows)[0] ?? null;
}

/** Ends the links that a new one replaces: those of the person, or those that would make the first one. */
export async function endLinks(trx: Records, person: PersonId | null, at: Date): Promise<void> {
  await sql`update identity.one_time_link set ended_at = ${at}
    where person is not distinct from ${person}::text and used_at is null and ended_at is null`.execute(trx);
}
