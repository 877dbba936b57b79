import type { NoDemand } from '../../../demand/index.ts';
import type { Problem } from '../../../lib/refused.ts';
import { longDate } from '../../../ui/long-date.ts';
import type { Plan } from '../../model.ts';
import type { Review, WeightProposal } from '../model.ts';
import { stateOf } from '../review-state.ts';

/** Why nothing can be chosen of a review on a day; null where it can. */
export function notReadyProblem(review: Review, today: string): Problem | null {
  const sentence = {
    open: `The review takes proposals until ${longDate(review.closesOn)}: choose after that day, or close it now.`,
    closed: null,
    chosen: `A proposal was chosen already, and plan ${review.choice?.plan} is on its way: withdraw that plan to choose anew.`,
    decided: `This review is decided by plan ${review.choice?.plan}: open another review to change it.`,
    abandoned: 'This review was ended without a decision: open another one.',
  }[stateOf(review, today)];
  return sentence === null ? null : { field: null, sentence };
}

/** Why a proposal cannot be the one that is chosen; null where it can. */
export function notChoosableProblem(proposal: WeightProposal | null): Problem | null {
  if (proposal === null) return { field: 'proposal', sentence: 'Choose one of the proposals of this review.' };
  if (proposal.withdrawn !== null)
    return { field: 'proposal', sentence: `${proposal.title} took this proposal back: choose another.` };
  return null;
}

/** Why no plan comes of a proposal; null where one does. */
export function noPlanProblem({ title }: WeightProposal, plan: Plan | NoDemand): Problem | null {
  if (plan.kind === 'optimal') return null;
  const because =
    plan.kind === 'infeasible'
      ? plan.because.map(({ sentence }) => sentence)
      : plan.missing.map(({ reason }) => reason);
  return { field: 'proposal', sentence: `No plan is possible under ${title}: ${because.join(' ')}` };
}

/** Said where something of a review changed between the reckoning of a choice and its writing. */
export const CHANGED_MEANWHILE: Problem = {
  field: null,
  sentence: 'A proposal of this review was changed or taken back just now: look at the proposals again, then choose.',
};
