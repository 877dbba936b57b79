import type { Records } from './model.ts';

/** Runs in the transaction that the records are in already, or in one of its own. */
export function inTransaction<Result>(
  { records }: { records: Records },
  run: (trx: Records) => Promise<Result>,
): Promise<Result> {
  return records.isTransaction ? run(records) : records.transaction().execute(run);
}
