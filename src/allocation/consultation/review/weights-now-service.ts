import { foundingWeights } from '../../../demand/service.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { published } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { planInForce } from '../../service.ts';
import type { Review } from '../model.ts';
import { stateOf } from '../review-state.ts';
import { sharesOf, type WeightsNow } from './weights-now.ts';

/**
 * What counts now, as the public notice has it: the weights of the plan in force, or the founding ones where there is none.
 * Of a review that ended those of the day it opened, since later ones may have come of it.
 */
export const weightsNow = published(
  'consultation.weights-now',
  async ({ records, now }: Platform, review: Review): Promise<WeightsNow> => {
    const today = todayInLondon(now());
    const state = stateOf(review, today);
    const ended = state === 'decided' || state === 'abandoned';
    const inForce = await planInForce(records, review.unit, ended ? review.opensOn : today);
    const weights = inForce?.plan.weights ?? (await foundingWeights());
    return {
      head: ended ? 'When it opened' : 'Now',
      name: `${weights.name}, version ${weights.version}`,
      shares: sharesOf(weights),
    };
  },
);
