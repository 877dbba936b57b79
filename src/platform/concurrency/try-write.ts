import { sql } from 'kysely';
import { type Records, StatementError } from '../database/index.ts';

/** What came of a write that a constraint may refuse. */
export type Attempt<Result> = { kind: 'written'; result: Result } | { kind: 'refused'; error: StatementError };

/**
 * Runs a write that a constraint may refuse, and keeps the transaction usable when it does: PostgreSQL would answer
 * nothing more until the whole transaction is given up, and then nobody could look up what stands in the way.
 * @param constraint the one whose refusal is expected; every other error is thrown on
 */
export async function tryWrite<Result>(
  trx: Records,
  constraint: string,
  write: () => Promise<Result>,
): Promise<Attempt<Result>> {
  await sql`savepoint attempt`.execute(trx);
  try {
    const result = await write();
    await sql`release savepoint attempt`.execute(trx);
    return { kind: 'written', result };
  } catch (error) {
    if (!(error instanceof StatementError) || error.constraint !== constraint) throw error;
    await sql`rollback to savepoint attempt; release savepoint attempt`.execute(trx);
    return { kind: 'refused', error };
  }
}
