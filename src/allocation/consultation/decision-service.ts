import { guarded, type Place, published } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { RevisedFigures } from './compare-parts.ts';
import type { ProposedWeights } from './compare-proposals.ts';
import type { FiguresUsed, Review } from './model.ts';

/** What is asked of a choice. Fields of problems: proposal, reasons; null for what is about the review itself. */
export interface ChoiceAsked {
  /** Key of the review. */
  review: number;
  /** Of the review, as whoever chooses saw it. */
  version: number;
  /** Key of the proposal chosen. */
  proposal: number;
  reasons: string;
  /** Which figures the plan rests on; null for who was not told that any were revised. */
  figures: FiguresUsed | null;
  /** The revision that whoever chooses was shown (RevisedNow.hash); null for none. */
  seen: string | null;
}

/** What was revised since a review opened, as of now. */
export interface RevisedNow extends RevisedFigures {
  /** Tells these figures from any other: sent back with the choice. */
  hash: string;
}

/** What became of a choice. */
export type Chosen =
  /** The plan waits for a second person's approval. */
  | { kind: 'chosen'; plan: string }
  /** Figures were revised, and it was not said which the plan is to rest on; nothing was changed. */
  | { kind: 'figures revised'; revised: RevisedNow };

/** The figures of a review against those held now; null where they are the same. */
export const comparePartsNow = published(
  'consultation.compare-figures-now',
  async (
    _records: Records,
    _review: Pick<Review, 'demand' | 'numbers'>,
    _proposals: readonly ProposedWeights[],
  ): Promise<RevisedNow | null> => {
    throw new Error('Not built yet.');
  },
);

const placeOfReview = async (_platform: Platform, _asked: ChoiceAsked): Promise<Place | null> => null;

/**
 * Chooses a proposal of a closed review, and proposes the plan that comes of it with the decision: somebody else approves
 * both as one. Nothing is written unless all of it is.
 * @throws Refused where it cannot be chosen; StaleEdit where the review was changed since it was seen
 */
export const chooseProposal = guarded(
  { name: 'consultation.choose-proposal', module: 'consultation', act: 'approve', place: placeOfReview },
  async (_platform: Platform, _asked: ChoiceAsked): Promise<Chosen> => {
    throw new Error('Not built yet.');
  },
);
