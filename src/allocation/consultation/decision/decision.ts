import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import type { Stability } from '../../stability/model.ts';
import type { ProposalsCompared } from '../comparison/compare-proposals.ts';
import type { DecidedProposal, Decision, FiguresUsed, Review, WeightProposal } from '../model.ts';

/** What a decision is made of. */
export interface Decided {
  review: Review;
  /** Those that stand, in the order in which they came. */
  proposals: readonly WeightProposal[];
  /** The same proposals, solved on the figures that the plan rests on. */
  compared: ProposalsCompared;
  /** Key of the one chosen. */
  chosen: number;
  reasons: string;
  /** Day of the choice, in London. */
  on: string;
  figures: FiguresUsed;
  revised: string | null;
  stability: Stability;
  stabilityWithin: Stability | null;
}

/**
 * Writes a decision as it is kept and published for ever: of each proposal whose it is, when it was last written, its weights,
 * bounds and what it would have given every ward; a comment only where its party agreed; names of organisations, and nobody
 * who wrote, opened or chose.
 */
export function writeDecision({ review, proposals, compared, ...rest }: Decided): Decision {
  const { id, number, name, question, opensOn, closesOn, invited, synthetic } = review;
  return {
    review: { id, number, name, question, opensOn, closesOn, invited, synthetic },
    proposals: proposals.map((proposal) => decidedProposal(proposal, compared)),
    chosen: rest.chosen,
    reasons: rest.reasons,
    on: rest.on,
    figures: rest.figures,
    revised: rest.revised,
    stability: rest.stability,
    stabilityWithin: rest.stabilityWithin,
  };
}

function decidedProposal(proposal: WeightProposal, { solved, wards }: ProposalsCompared): DecidedProposal {
  const { id, title, party, written, weights, bounds, comment, publishComment } = proposal;
  const place = solved.findIndex((each) => each.proposal.id === id);
  const hasPlan = solved[place]?.plan.kind === 'optimal';
  return {
    id,
    title,
    party,
    on: todayInLondon(written.at),
    weights,
    bounds,
    comment: publishComment && comment !== '' ? comment : null,
    officers: hasPlan ? Object.fromEntries(wards.map(({ code, under }) => [code, under[place]?.dwo ?? 0])) : null,
  };
}
