import { type Problem, Refused } from '../../lib/refused.ts';
import { worksWithMadeUp } from '../../platform/access/index.ts';
import { inTransaction as inAnyTransaction, type Records, StatementError } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Review } from './model.ts';
import { apartProblem } from './proposal/proposal-problems.ts';

/**
 * In the transaction the platform is in already, or in one of its own.
 * @throws Refused where a real review would be kept while the demonstration is on, in the records' own sentence
 */
export async function inTransaction<Result>(
  platform: Platform,
  run: (trx: Records) => Promise<Result>,
): Promise<Result> {
  try {
    return await inAnyTransaction(platform, run);
  } catch (error) {
    if (!(error instanceof StatementError) || error.code !== 'WR001') throw error;
    throw new Refused([{ field: null, sentence: error.message }]);
  }
}

/** Why who acts may not end or show a review; null where they may: Wardroom itself ends what the demonstration leaves. */
export const notTheirs = (platform: Platform, review: Pick<Review, 'synthetic'>): Problem | null =>
  platform.principal.kind === 'wardroom' ? null : apartProblem(review, worksWithMadeUp(platform));
