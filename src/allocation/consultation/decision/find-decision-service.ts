import type { BoundaryVersion } from '../../../geography/index.ts';
import { may, published } from '../../../platform/access/index.ts';
import type { Records } from '../../../platform/database/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { plans } from '../../publication-service.ts';
import { inTransaction } from '../in-transaction-service.ts';
import type { Decision } from '../model.ts';

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
 * What was decided of a review, as it was published with its plan: to anyone from the day of the plan, before it to who
 * may read every proposal of the unit. Of a plan that was withdrawn there is none, since the review may be decided anew.
 * @returns null where none was published that may be seen
 */
export const findDecision = published(
  'consultation.find-decision',
  (platform: Platform, { unit, review }: { unit: string; review: number }): Promise<PublishedDecision | null> =>
    asMayBe(platform, unit, async (records) => {
      for await (const decided of decisionsOf(records, unit)) if (decided.decision.review.id === review) return decided;
      return null;
    }),
);

/** What was decided of every review of a unit, as findDecision has it; of each review the latest. */
export const listDecisions = published(
  'consultation.list-decisions',
  (platform: Platform, unit: string): Promise<PublishedDecision[]> =>
    asMayBe(platform, unit, async (records) => {
      const found = new Map<number, PublishedDecision>();
      for await (const decided of decisionsOf(records, unit)) {
        const { id } = decided.decision.review;
        if (!found.has(id)) found.set(id, decided);
      }
      return [...found.values()];
    }),
);

/** Outside a transaction nobody is known, and a plan is read from its day on. */
function asMayBe<Found>(platform: Platform, unit: string, read: (records: Records) => Promise<Found>): Promise<Found> {
  const everyProposal = { module: 'consultation', act: 'read', place: { unit } } as const;
  return may(platform.principal, everyProposal) ? inTransaction(platform, read) : read(platform.records);
}

/** The decisions of plans that stand, the latest to come into force first. */
async function* decisionsOf(records: Records, unit: string): AsyncGenerator<PublishedDecision> {
  const standing = (await plans.listPublished(records, unit)).filter(({ withdrawn }) => withdrawn === null);
  for (const { id } of standing) {
    const snapshot = (await plans.findPublished(records, id))?.snapshot ?? null;
    if (snapshot?.decision === undefined) continue;
    const { decision, boundaryVersion } = snapshot;
    const wards = snapshot.wards.map(({ code, name, borough }) => ({ code, name, borough }));
    yield { decision, plan: id, wards, boundaryVersion };
  }
}
