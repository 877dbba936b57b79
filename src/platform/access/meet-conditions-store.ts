import { sql } from 'kysely';
import type { Records } from '../database/index.ts';
import { claimOf } from './claim.ts';
import type { Condition, Principal } from './model.ts';

/**
 * Opens to the rest of a transaction what asks for these conditions, which the service function has just seen met: the
 * records know of none until it says so.
 */
export async function meetConditions(trx: Records, principal: Principal, met: readonly Condition[]): Promise<void> {
  if (!trx.isTransaction) throw new Error('Conditions are met inside a transaction, and for that one.');
  await sql`select set_config('wardroom.access', ${claimOf(principal, met)}, true)`.execute(trx);
}
