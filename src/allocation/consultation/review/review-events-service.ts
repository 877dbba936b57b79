import { may, published } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { plans } from '../../publication-service.ts';
import type { Review, WeightProposal } from '../model.ts';
import { findAnnouncedReview } from '../notice/announce-service.ts';
import { notices, ofReview } from '../notice/notice-publication-service.ts';
import { noticeEvents, planEvents, type ReviewEvent } from './review-events.ts';

/**
 * What happened to a review besides its own versions: its announcement, the choice and the plan of it. Who reads the whole
 * unit is told who did it; others are told of what is published, and the day alone.
 */
export const reviewEvents = published(
  'consultation.review-events',
  async (platform: Platform, review: Review, proposals: readonly WeightProposal[]): Promise<ReviewEvent[]> => {
    const { unit, id, choice } = review;
    const mayRead = (module: 'consultation' | 'allocation') =>
      may(platform.principal, { module, act: 'read', place: { unit } });
    const chosen = choice === null ? [] : [chosenEvent(choice, proposals)];
    if (!mayRead('consultation')) {
      const announced = await findAnnouncedReview(platform.records, { unit, id });
      const told =
        announced === null ? [] : [{ what: 'Public notice published', at: announced.publishedAt, because: '' }];
      return [...told, ...chosen].map((each) => ({ ...each, by: null }));
    }
    const ofNotices = (await notices.list(platform, unit)).filter((item) => ofReview(item, id)).flatMap(noticeEvents);
    const ofPlan =
      choice === null || !mayRead('allocation')
        ? []
        : (await plans.list(platform, unit)).filter((item) => item.id === choice.plan).flatMap(planEvents);
    return [...ofNotices, ...chosen, ...ofPlan];
  },
);

function chosenEvent(
  { proposal, plan, chosen }: NonNullable<Review['choice']>,
  proposals: readonly WeightProposal[],
): ReviewEvent {
  const title = proposals.find(({ id }) => id === proposal)?.title;
  const what = title === undefined ? 'A proposal was chosen' : `“${title}” chosen`;
  return { what: `${what}, as plan ${plan}`, ...chosen, because: '' };
}
