import { type DemandParts, findComponent } from '../../../demand/index.ts';
import { demandParts } from '../../../demand/service.ts';
import { published } from '../../../platform/access/index.ts';
import type { Records } from '../../../platform/database/index.ts';
import { contentHash } from '../../../platform/publication/index.ts';
import type { Review } from '../model.ts';
import { compareParts, type RevisedFigures } from './compare-parts.ts';
import type { ProposedWeights } from './compare-proposals.ts';

/** What was revised since a review opened, as of now. */
export interface RevisedNow extends RevisedFigures {
  /** Tells these figures from any other: sent back with the choice. */
  hash: string;
}

type OfReview = Pick<Review, 'demand' | 'numbers'>;

/** The figures held now for the day, months and components of a review. */
export const heldNow = published(
  'consultation.figures-now',
  async (records: Records, { demand }: OfReview): Promise<DemandParts> => {
    const { unit, asAt, window, parts } = demand;
    const components = parts.flatMap(({ component }) => findComponent(component) ?? []);
    return demandParts(records, { unit, asAt, components, ...(window === null ? {} : { window }) });
  },
);

/** The figures of a review against those held now; null where no ward's figure differs. */
export const comparePartsNow = published(
  'consultation.compare-figures-now',
  async (records: Records, review: OfReview, proposals: readonly ProposedWeights[]): Promise<RevisedNow | null> =>
    revisedNow(review, await heldNow(records, review), proposals),
);

/** What differs between the figures of a review and those held, with what tells them from any other. */
export function revisedNow(
  { demand, numbers }: OfReview,
  held: DemandParts,
  proposals: readonly ProposedWeights[],
): RevisedNow | null {
  const revised = compareParts(demand, held, numbers, proposals);
  return revised === null ? null : { ...revised, hash: contentHash(held) };
}
