import { Refused } from '../../../lib/refused.ts';
import { may } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Review } from '../model.ts';
import { notices, ofReview } from './notice-publication-service.ts';

const NOT_YOURS =
  'Its public notice is approved or published, so only somebody who approves reviews, such as the commander, can abandon it: ask them.';

/**
 * Withdraws every notice of a review that stands or waits, in the transaction of who ends the review.
 * @throws Refused where one is approved or published, and who acts may not withdraw it
 */
export async function withdrawNoticesOf(within: Platform, review: Review, reason: string): Promise<void> {
  const standing = (await notices.list(within, review.unit)).filter(
    (item) => ofReview(item, review.id) && item.state !== 'withdrawn',
  );
  const approves = may(within.principal, { module: 'consultation', act: 'approve', place: { unit: review.unit } });
  for (const { id, approved } of standing) {
    if (approved !== null && !approves) throw new Refused([{ field: null, sentence: NOT_YOURS }]);
    const moved = await (approved === null ? notices.takeBack : notices.withdraw)(within, { id, reason });
    if (moved.kind !== 'done')
      throw new Refused([{ field: null, sentence: `Its public notice ${id} could not be withdrawn: try again.` }]);
  }
}
