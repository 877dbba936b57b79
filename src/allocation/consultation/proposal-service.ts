import { guarded, type Place } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Elicited, Party, WeightBounds, WeightProposal, WeightProposalRevision } from './model.ts';

/**
 * What a party proposes. Fields of problems: party, title, comment, weight-<component>, least-<component>,
 * most-<component>; null for what is about none.
 */
export interface ProposalAsked {
  /** Key of the review. */
  review: number;
  /** One of those that partiesFor names. */
  party: Party;
  /** For the police, what tells apart several of theirs; for others the party's own name is taken. */
  title: string;
  given: Elicited;
  bounds: WeightBounds | null;
  comment: string;
  publishComment: boolean;
  /** The version that its writer saw; null for the first. */
  version: number | null;
}

/** The parties that who acts may propose weights for in a review; none where they only look on. */
export const partiesFor = guarded(
  { name: 'consultation.parties-for', module: 'consultation', act: 'read' },
  async (_platform: Platform, _review: number): Promise<Party[]> => [],
);

const placeOfParty = async (_platform: Platform, _asked: ProposalAsked): Promise<Place> => ({});

/**
 * Writes down what a party proposes: its first, or a change of the one that stands.
 * @throws Refused; StaleEdit with what is stored where somebody of the party saved first
 */
export const proposeWeights = guarded(
  { name: 'consultation.propose-weights', module: 'consultation', act: 'write', place: placeOfParty },
  async (_platform: Platform, _asked: ProposalAsked): Promise<WeightProposal> => {
    throw new Error('Not built yet.');
  },
);

const placeOfProposal = async (_platform: Platform, _asked: { id: number }): Promise<Place> => ({});

/** Takes a proposal back; it stays readable. @throws Refused; StaleEdit where somebody saved first */
export const withdrawWeights = guarded(
  { name: 'consultation.withdraw-weights', module: 'consultation', act: 'write', place: placeOfProposal },
  async (_platform: Platform, _asked: { id: number; version: number; because: string }): Promise<WeightProposal> => {
    throw new Error('Not built yet.');
  },
);

/** Every proposal of a review that may be seen, withdrawn or not, in the order in which they came. */
export const listWeightProposals = guarded(
  { name: 'consultation.list-weight-proposals', module: 'consultation', act: 'read' },
  async (_platform: Platform, _review: number): Promise<WeightProposal[]> => [],
);

/** A proposal by its key; null where there is none that may be seen. */
export const findWeightProposal = guarded(
  { name: 'consultation.find-weight-proposal', module: 'consultation', act: 'read' },
  async (_platform: Platform, _id: number): Promise<WeightProposal | null> => null,
);

/** Every version of a proposal, the first first. */
export const weightProposalHistory = guarded(
  { name: 'consultation.weight-proposal-history', module: 'consultation', act: 'read' },
  async (_platform: Platform, _id: number): Promise<WeightProposalRevision[]> => [],
);
