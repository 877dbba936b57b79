import type { DemandParts } from '../../demand/index.ts';
import type { Both, Limits } from '../model.ts';
import type { Stability } from '../stability/model.ts';

/** Who takes part in a review. */
export const PARTY_KINDS = ['police', 'council', 'ward-panel', 'partner'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export interface Party {
  kind: PartyKind;
  /** Such as "Islington Council" or "Bloomsbury ward panel". */
  name: string;
  /** Code of its borough; null for one of the whole unit. */
  borough: string | null;
  /** Code of its ward; null for one of more than one ward. */
  ward: string | null;
}

/** What every proposal of a review is solved for. */
export interface ReviewNumbers extends Both {
  floors: Limits['floors'];
  ceilings: Limits['ceilings'];
}

/** Who did it, and when. */
export interface Written {
  by: string;
  at: Date;
}

/**
 * Where a review stands on a day: *open* takes proposals, *closed* waits for a choice, *chosen* for a second person's
 * approval; *decided* has its plan published, *abandoned* never will.
 */
export type ReviewState = 'open' | 'closed' | 'chosen' | 'decided' | 'abandoned';

/** A review of the allocation: what is asked, of whom, until when, on which figures. */
export interface Review {
  id: number;
  unit: string;
  /** The year it opened and its turn in it: "2026-1". */
  number: string;
  name: string;
  question: string;
  numbers: ReviewNumbers;
  /** The figures as they stood when it opened; every proposal is solved on them. */
  demand: DemandParts;
  demandHash: string;
  synthetic: boolean;
  /** First day of the plan that comes of it. */
  inForceFrom: string;
  opensOn: string;
  /** Last day on which proposals are taken, in London. */
  closesOn: string;
  invited: Party[];
  opened: Written;
  /** Who closed it before its closing day was over, which that day became; null where nobody did. */
  closed: (Written & { because: string }) | null;
  abandoned: (Written & { because: string }) | null;
  /**
   * The latest choice whose plan was not withdrawn; null where there is none, and, until that plan is published and in
   * force, for who does not read the whole unit.
   */
  choice: ReviewChoice | null;
  version: number;
}

export interface ReviewChoice {
  proposal: number;
  reasons: string;
  figures: FiguresUsed;
  /** Number of its plan, on its way or published. */
  plan: string;
  planState: 'draft' | 'proposed' | 'approved' | 'published';
  chosen: Written;
}

export type FiguresUsed = 'as opened' | 'as revised';

/**
 * How weights were asked for. *Budget*: 100 points shared out over the parts. *Swing*: 100 for the part whose step from the
 * ward with least to the ward with most should count most, and every other step against it.
 */
export interface Elicited {
  method: 'budget' | 'swing';
  /** Component → points, each ≥ 0, at least one above 0. */
  points: Record<string, number>;
}

/** Component → the least and the most weight its party would accept, as shares of 1. */
export type WeightBounds = Record<string, [least: number, most: number]>;

/** What one party proposes. */
export interface WeightProposal {
  id: number;
  review: number;
  party: Party;
  /** The party's name, or what tells apart several of the police. */
  title: string;
  given: Elicited;
  /** Component → weight; they sum to 1. */
  weights: Record<string, number>;
  bounds: WeightBounds | null;
  comment: string;
  /** Whether its party agrees to have the comment published with the decision. */
  publishComment: boolean;
  written: Written;
  withdrawn: (Written & { because: string }) | null;
  version: number;
}

/** What may be changed of a review once it is open; what is left out stays as it is. */
export type ReviewChanges = Partial<Pick<Review, 'name' | 'question' | 'inForceFrom' | 'closesOn' | 'invited'>>;

/** A review as it stood at one version. */
export interface ReviewRevision {
  version: number;
  content: Pick<
    Review,
    'name' | 'question' | 'numbers' | 'demandHash' | 'inForceFrom' | 'opensOn' | 'closesOn' | 'invited'
  > & { closedBecause: string | null; abandonedBecause: string | null };
  /** Why it was changed; empty for the first. */
  because: string;
  changed: Written;
}

/** A proposal as it stood at one version. */
export interface WeightProposalRevision {
  version: number;
  content: Pick<WeightProposal, 'given' | 'weights' | 'bounds' | 'comment' | 'publishComment'> & {
    withdrawnBecause: string | null;
  };
  changed: Written;
}

/** One proposal as the decision keeps it for ever: names of organisations, never of people. */
export interface DecidedProposal {
  id: number;
  title: string;
  party: Party;
  /** Day it was last written, "2026-04-02". */
  on: string;
  weights: Record<string, number>;
  bounds: WeightBounds | null;
  /** null where its party did not agree to publish it. */
  comment: string | null;
  /** Ward code → dedicated ward officers under it; null where no plan is possible under it. */
  officers: Record<string, number> | null;
}

/** What was decided, and on what: kept and published with the plan that comes of it. */
export interface Decision {
  review: Pick<Review, 'id' | 'number' | 'name' | 'question' | 'opensOn' | 'closesOn' | 'invited' | 'synthetic'>;
  proposals: DecidedProposal[];
  /** Number of the proposal chosen. */
  chosen: number;
  reasons: string;
  /** Day it was chosen. */
  on: string;
  figures: FiguresUsed;
  /** What was revised while the review ran, in one sentence; null where nothing was. */
  revised: string | null;
  /** How often each ward gets each number of officers, over all weightings. */
  stability: Stability;
  /** The same within the bounds that the parties gave; null where none gave any. */
  stabilityWithin: Stability | null;
}
