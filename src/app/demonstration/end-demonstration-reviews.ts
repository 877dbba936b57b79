import { abandonReview, latestNotice, listReviews, takeBackNotice, withdrawNotice } from '../../allocation/service.ts';
import { demonstrationState } from '../../platform/identity/service.ts';
import type { Platform } from '../../platform/platform.ts';

const REASON = 'It was made in the demonstration, which has ended.';

/**
 * Ends, on record, every made-up review that is not ended, and withdraws its notice, so that nobody is asked anything once
 * the demonstration is over. The demonstration's plans are withdrawn first: a review that is decided cannot end.
 * @param system Wardroom's own, in the name of whoever ends it
 */
export async function endDemonstrationReviews(system: Platform): Promise<void> {
  if ((await demonstrationState(system)) !== 'on') return;
  const reviews = (await listReviews(system, null)).filter(({ synthetic }) => synthetic);
  for (const review of reviews) {
    const notice = await latestNotice(system, review);
    if (notice !== null) {
      const end = notice.state === 'published' ? withdrawNotice : takeBackNotice;
      const moved = await end(system, { id: notice.id, reason: REASON });
      if (moved.kind !== 'done') throw new Error(`Notice ${notice.id} of the demonstration could not be withdrawn.`);
    }
    if (review.abandoned === null) await abandonReview(system, { ...review, because: REASON });
  }
}
