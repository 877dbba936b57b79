import { stateOfReview } from '../../allocation/index.ts';
import { listAnnouncedReviews, listReviews, partiesFor } from '../../allocation/service.ts';
import { may, published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { OpenReview } from '../pages/allocation/open-reviews.tsx';

/**
 * The reviews of a unit that are open on a day: to anyone those that are announced, to who takes part in its consultations
 * every one, and whether they speak for a party in it.
 * @param today in London, "2026-03-01"
 */
export const openReviewsOf = published(
  'desk.open-reviews',
  async (platform: Platform, unit: string, today: string): Promise<OpenReview[]> => {
    const announced = (await listAnnouncedReviews(platform.records, unit))
      .filter(({ withdrawn, now }) => withdrawn === null && !now.closed && !now.chosen && today <= now.closesOn)
      .map(({ notice: { review, number, name, synthetic }, now: { closesOn } }) => ({
        ...{ id: review, number, name, closesOn, synthetic },
        ...{ announced: true, mayAnswer: false },
      }));
    if (!may(platform.principal, { module: 'consultation', act: 'read', place: null }, [])) return announced;
    const open = (await listReviews(platform, unit)).filter((review) => stateOfReview(review, today) === 'open');
    const mayWrite = may(platform.principal, { module: 'consultation', act: 'write', place: null });
    return Promise.all(
      open.map(async ({ id, number, name, closesOn, synthetic }) => ({
        ...{ id, number, name, closesOn, synthetic },
        announced: announced.some((each) => each.id === id),
        mayAnswer: mayWrite && (await partiesFor(platform, id)).length > 0,
      })),
    );
  },
);
