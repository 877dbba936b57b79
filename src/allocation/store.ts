import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../platform/database/index.ts';
import type { AdoptedPlan, OptimalPlan, PlanOptions } from './model.ts';
import { parseStoredPlan } from './stored-plan.ts';

const planRow = z.object({
  id: z.coerce.string(),
  unit: z.string(),
  inForceFrom: z.string(),
  adoptedAt: z.coerce.date(),
  adoptedBy: z.string(),
  synthetic: z.boolean(),
  plan: z.unknown().transform(parseStoredPlan),
});

const COLUMNS = sql`id, unit, to_char(in_force_from, 'YYYY-MM-DD') as "inForceFrom", adopted_at as "adoptedAt",
  adopted_by as "adoptedBy", synthetic, plan`;

/** Every plan adopted for a unit, the latest adopted first. */
export async function readPlans(records: Records, unit: string): Promise<AdoptedPlan[]> {
  const { rows } = await sql`select ${COLUMNS} from allocation.plan where unit = ${unit} order by id desc`.execute(
    records,
  );
  return z.array(planRow).parse(rows);
}

/**
 * The plan in force on a date: the latest to come into force by then for those wards, a real one before a made-up one.
 * @param withSynthetic false leaves plans made from demonstration figures out
 */
export async function readPlanInForce(
  records: Records,
  asked: { unit: string; asAt: string; boundaryVersion: string; withSynthetic: boolean },
): Promise<AdoptedPlan | null> {
  const { rows } = await sql`
    select ${COLUMNS} from allocation.plan
    where unit = ${asked.unit} and in_force_from <= ${asked.asAt}::date
      and plan ->> 'boundaryVersion' = ${asked.boundaryVersion} and (${asked.withSynthetic} or not synthetic)
    order by synthetic, in_force_from desc, id desc limit 1`.execute(records);
  return z.array(planRow).parse(rows)[0] ?? null;
}

/** Keeps a plan; returns its identity. */
export async function insertPlan(
  trx: Records,
  adopted: { plan: OptimalPlan; options: PlanOptions; adoptedAt: Date; adoptedBy: string },
): Promise<string> {
  const { plan, options, adoptedAt, adoptedBy } = adopted;
  const { rows } = await sql`
    insert into allocation.plan (unit, in_force_from, adopted_at, adopted_by, synthetic, options, plan)
    values (${plan.unit}, ${plan.asAt}::date, ${adoptedAt.toISOString()}::timestamptz, ${adoptedBy}, ${plan.synthetic},
      ${JSON.stringify(options)}::jsonb, ${JSON.stringify(plan)}::jsonb)
    returning id`.execute(trx);
  return z.tuple([z.object({ id: z.coerce.string() })]).parse(rows)[0].id;
}
