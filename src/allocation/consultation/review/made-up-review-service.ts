import { ownWork, type Principal } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { inTransaction } from '../in-transaction-service.ts';
import { announceReview, approveNotice, previewNotice, publishNotice } from '../notice/announce-service.ts';
import { type ProposalAsked, proposeWeights } from '../proposal/proposal-service.ts';
import { type OpeningAsked, openReview } from './review-service.ts';

/** A review of the demonstration and what is proposed in it at once. */
export interface MadeUpReview extends OpeningAsked {
  proposals: readonly Omit<ProposalAsked, 'review' | 'version'>[];
}

/**
 * Lays a made-up review, what parties propose in it, and its public notice: all or nothing, by the rules of any review.
 * @throws Refused where a rule of reviews forbids it
 */
export const layMadeUpReview = ownWork(
  'consultation.lay-made-up-review',
  (platform: Platform, { proposals, ...asked }: MadeUpReview): Promise<void> =>
    inTransaction(platform, async (records) => {
      const own = { ...platform, records };
      const madeUp = { ...own, principal: madeUpParties(asked.unit, proposals) };
      const review = await openReview(madeUp, asked);
      for (const proposal of proposals) await proposeWeights(madeUp, { ...proposal, review: review.id, version: null });
      const { id } = await announceReview(madeUp, review);
      const shown = await previewNotice(own, { id });
      await approveNotice(own, { id, contentHash: shown?.approvalHash ?? '' });
      const published = await publishNotice(own, { id });
      if (published.kind !== 'done')
        throw new Error(`The notice of made-up review ${review.number} was not published.`);
    }),
);

/** Somebody made up who may open a review and speaks for everybody who proposes in it: Wardroom speaks for nobody. */
function madeUpParties(unit: string, proposals: MadeUpReview['proposals']): Principal {
  const organisations = proposals.flatMap(({ party }) =>
    party.kind === 'council' || party.kind === 'partner'
      ? [{ role: party.kind, scope: { unit, borough: party.borough, ward: null }, organisation: party.name }]
      : [],
  );
  const analyst = { role: 'analyst', scope: { unit, borough: null, ward: null }, organisation: null } as const;
  return {
    kind: 'person',
    person: 'wardroom',
    grants: [analyst, ...organisations],
    demonstration: true,
    steppedUp: false,
  };
}
