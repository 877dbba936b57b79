import type { Records } from '../../src/platform/database/index.ts';

/** Runs a step that belongs inside a transaction, in one of its own where there is none. */
export function inTransaction<Result>(records: Records, step: (trx: Records) => Promise<Result>): Promise<Result> {
  return records.isTransaction ? step(records) : records.transaction().execute(step);
}
