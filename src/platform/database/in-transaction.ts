import { Refused } from '../../lib/refused.ts';
import { StatementError } from './errors.ts';
import type { Records } from './model.ts';

/** Runs in the transaction that the records are in already, or in one of its own. */
export function inTransaction<Result>(
  { records }: { records: Records },
  run: (trx: Records) => Promise<Result>,
): Promise<Result> {
  return records.isTransaction ? run(records) : records.transaction().execute(run);
}

/**
 * The same for what people enter.
 * @throws Refused where real work would be kept while the demonstration is on, in the records' own sentence
 */
export async function inRefusingTransaction<Result>(
  platform: { records: Records },
  run: (trx: Records) => Promise<Result>,
): Promise<Result> {
  try {
    return await inTransaction(platform, run);
  } catch (error) {
    if (!(error instanceof StatementError) || error.code !== 'WR001') throw error;
    throw new Refused([{ field: null, sentence: error.message }]);
  }
}
