import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';
import type { DemonstrationState } from './model.ts';

const stateRow = z.object({ state: z.enum(['on', 'off']) });

export async function readDemonstration(trx: Records): Promise<DemonstrationState> {
  const found = await sql`select state from identity.demonstration`.execute(trx);
  return z.array(stateRow).parse(found.rows)[0]?.state ?? 'undecided';
}

export async function writeDemonstration(trx: Records, state: 'on' | 'off', by: string, at: Date): Promise<void> {
  await sql`insert into identity.demonstration (state, changed_by, changed_at) values (${state}, ${by}, ${at})
    on conflict (one) do update set state = excluded.state, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at`.execute(trx);
}

/** Disables the made-up people. */
export async function disableDemonstrationPeople(trx: Records): Promise<void> {
  await sql`update identity.person set state = 'disabled', version = version + 1
    where demonstration and state <> 'disabled'`.execute(trx);
}

/**
 * Refuses an operational record while the demonstration is on; afterwards the demonstration can never be switched on.
 * Call it in the transaction of each record that is not public statistics.
 * @param what is refused, in words, such as "a posting"
 * @throws StatementError with code WR001 and a sentence that says what to do
 */
export async function refuseWhileDemonstration(trx: Records, what: string): Promise<void> {
  await sql`select platform.refuse_while_demonstration(${what})`.execute(trx);
}
