import type { BoundaryVersion } from '../../geography/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { plans } from '../publication-service.ts';
import type { Decision } from './model.ts';

/** A decision, and the plan that it was published with. */
export interface PublishedDecision {
  decision: Decision;
  /** Number of the plan. */
  plan: string;
  /** The wards of the plan, by code. */
  wards: { code: string; name: string; borough: string }[];
  boundaryVersion: BoundaryVersion;
}

/**
 * What was decided of a review, as it was published with its plan: to anyone from the day of the plan, before it inside a
 * transaction of who may read plans. Of a plan that was withdrawn there is none, since the review may be decided anew.
 * @returns null where none was published that may be seen
 */
export const findDecision = published(
  'consultation.find-decision',
  async (records: Records, { unit, review }: { unit: string; review: number }): Promise<PublishedDecision | null> => {
    const standing = (await plans.listPublished(records, unit)).filter(({ withdrawn }) => withdrawn === null);
    for (const { id } of standing) {
      const snapshot = (await plans.findPublished(records, id))?.snapshot ?? null;
      if (snapshot?.decision?.review.id !== review) continue;
      const { decision, boundaryVersion } = snapshot;
      const wards = snapshot.wards.map(({ code, name, borough }) => ({ code, name, borough }));
      return { decision, plan: id, wards, boundaryVersion };
    }
    return null;
  },
);
