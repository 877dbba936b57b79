import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { Writer } from '../duties/duty-store.ts';
import type { PolicyInForce, RingfencePolicy } from '../model.ts';
import { policyContent } from './policy-content.ts';

/** A policy of a unit, adopted, declined or waiting. */
export interface KeptPolicy extends PolicyInForce {
  id: number;
  unit: string;
  proposedBy: string;
  proposedAt: Date;
  declinedAt: Date | null;
  /** Of the content, as it is adopted. */
  hash: string;
  synthetic: boolean;
}

const policyRow: z.ZodType<KeptPolicy> = z.object({
  id: z.number().int(),
  unit: z.string(),
  version: z.number().int(),
  inForceFrom: z.string(),
  policy: policyContent,
  hash: z.string(),
  because: z.string(),
  synthetic: z.boolean(),
  proposedBy: z.string(),
  proposedAt: z.coerce.date(),
  adoptedBy: z.string().nullable(),
  adoptedAt: z.coerce.date().nullable(),
  declinedAt: z.coerce.date().nullable(),
});

const POLICIES = sql`select id, unit, version, in_force_from as "inForceFrom", content as policy, hash, because, synthetic,
    proposed_by as "proposedBy", proposed_at as "proposedAt", adopted_by as "adoptedBy", adopted_at as "adoptedAt",
    declined_at as "declinedAt"
  from ringfence.policy`;

/** Every policy of a unit that whoever acts may see, in the order they were proposed: the public sees those adopted. */
export async function readPolicies(trx: Records, unit: string): Promise<KeptPolicy[]> {
  const { rows } = await sql`${POLICIES} where unit = ${unit} order by version`.execute(trx);
  return z.array(policyRow).parse(rows);
}

/** One policy, by its number; null where there is none to be seen. */
export async function readPolicy(trx: Records, id: number): Promise<KeptPolicy | null> {
  const { rows } = await sql`${POLICIES} where id = ${id}`.execute(trx);
  return z.array(policyRow).parse(rows)[0] ?? null;
}

/** Keeps a proposal as the unit's next version. @returns its number */
export async function insertPolicy(
  trx: Records,
  proposed: {
    unit: string;
    inForceFrom: string;
    policy: RingfencePolicy;
    hash: string;
    because: string;
    synthetic: boolean;
  },
  { actor, at }: Writer,
): Promise<number> {
  const { unit, inForceFrom, policy, hash, because, synthetic } = proposed;
  const { rows } =
    await sql`insert into ringfence.policy (unit, version, in_force_from, content, hash, because, synthetic,
      proposed_by, proposed_at)
    select ${unit}::text, coalesce(max(version), 0) + 1, ${inForceFrom}::date, ${policy}::jsonb, ${hash}, ${because}, ${synthetic},
      ${actor}, ${at.toISOString()}::timestamptz from ringfence.policy where unit = ${unit}
    returning id`.execute(trx);
  return (
    z
      .array(z.object({ id: z.number().int() }))
      .length(1)
      .parse(rows)[0]?.id ?? 0
  );
}

/** Marks a waiting policy adopted. @returns false where it does not wait, or is not theirs */
export async function saveAdopted(trx: Records, id: number, { actor, at }: Writer): Promise<boolean> {
  const { rows } =
    await sql`update ringfence.policy set adopted_by = ${actor}, adopted_at = ${at.toISOString()}::timestamptz
    where id = ${id} and adopted_at is null and declined_at is null returning id`.execute(trx);
  return rows.length === 1;
}

/** Marks a waiting policy declined. @returns false where it does not wait, or is not theirs */
export async function saveDeclined(trx: Records, id: number, at: Date): Promise<boolean> {
  const { rows } = await sql`update ringfence.policy set declined_at = ${at.toISOString()}::timestamptz
    where id = ${id} and adopted_at is null and declined_at is null returning id`.execute(trx);
  return rows.length === 1;
}
