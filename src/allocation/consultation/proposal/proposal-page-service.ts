import { weighDemand } from '../../../demand/index.ts';
import { hexPlaces } from '../../../geography/index.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Problem, Refused } from '../../../lib/refused.ts';
import { guarded, may } from '../../../platform/access/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import { namesOf } from '../../../platform/identity/service.ts';
import type { Platform } from '../../../platform/platform.ts';
import { longDate } from '../../../ui/long-date.ts';
import { sayWho } from '../../../ui/say-who.ts';
import type { Plan } from '../../model.ts';
import { planFromDemand } from '../../plan-from-demand.ts';
import { planInForce } from '../../service.ts';
import type { Review, WeightProposal } from '../model.ts';
import type { ProposalPageModel, WordingShown } from '../pages/proposal-page.tsx';
import type { ReasonPageModel } from '../pages/reason-page.tsx';
import type { Asked } from '../review/edit-review-service.ts';
import { partyKey } from '../review/review-actions.ts';
import { findReview } from '../review/review-service.ts';
import { stateOf } from '../review-state.ts';
import { proposalAddress } from '../say-review.ts';
import { type Typed, textIn, versionIn } from '../typed-fields.ts';
import { unitShown } from '../unit-shown-service.ts';
import { findWeightProposal, partiesFor, weightProposalHistory, withdrawWeights } from './proposal-service.ts';

/** Which proposal of which review an address names. */
export interface ProposalNamed {
  id: number;
  proposal: number;
}

const reading = { module: 'consultation', act: 'read' } as const;

/** A proposal with its review; null where there is none that may be seen. */
async function find(platform: Platform, { id, proposal }: ProposalNamed) {
  const found = await findWeightProposal(platform, proposal);
  const review = found === null || found.review !== id ? null : await findReview(platform, id);
  return found === null || review === null ? null : { proposal: found, review };
}

/** One proposal, with the plan under it and every wording it had. */
export const loadProposalPage = guarded(
  { name: 'consultation.proposal-page', ...reading },
  async (platform: Platform, named: ProposalNamed, done: string | undefined): Promise<ProposalPageModel | null> => {
    const found = await find(platform, named);
    if (found === null) return null;
    const { review, proposal } = found;
    const plan = planUnder(review, proposal);
    const parties = await partiesFor(platform, review.id);
    return {
      ...{ unit: await unitShown(platform), review, proposal, plan },
      state: stateOf(review, todayInLondon(platform.now())),
      officersNow: await officersNow(platform, review, plan),
      hexPlaces: [...(hexPlaces(review.demand.boundaryVersion) ?? [])],
      wordings: await wordingsOf(platform, proposal),
      isOwn: parties.some((party) => partyKey(party) === partyKey(proposal.party)),
      mayCompare: may(platform.principal, { ...reading, place: { unit: review.unit } }),
      justDone: sayDone(done, review),
    };
  },
);

function planUnder({ demand, numbers }: Review, { title, version, weights }: WeightProposal): Plan | null {
  const index = weighDemand(demand, { name: title, version: String(version), weights });
  return index.kind === 'index' ? planFromDemand(index, numbers) : null;
}

/** Ward code → officers in the plan in force; null where there is none of the same wards. */
async function officersNow(
  { records, now }: Platform,
  review: Review,
  plan: Plan | null,
): Promise<ReadonlyMap<string, number> | null> {
  const inForce = await planInForce(records, review.unit, todayInLondon(now()));
  if (inForce === null || plan?.kind !== 'optimal' || inForce.boundaryVersion !== plan.boundaryVersion) return null;
  return new Map(inForce.plan.wards.map(({ code, dwo }) => [code, dwo]));
}

async function wordingsOf(platform: Platform, { id }: WeightProposal): Promise<WordingShown[]> {
  const revisions = await weightProposalHistory(platform, id);
  const names = await namesOf(platform, [...new Set(revisions.map(({ changed }) => changed.by))]);
  return revisions.map(({ version, content, changed }) => ({
    ...{ version, who: sayWho(changed.by, names), at: changed.at },
    ...{ weights: content.weights, comment: content.comment, withdrawnBecause: content.withdrawnBecause },
  }));
}

function sayDone(done: string | undefined, { closesOn }: Review): string | null {
  if (done === 'proposed') return `It is proposed. You can change it until ${longDate(closesOn)}.`;
  return done === 'withdrawn' ? 'It is withdrawn, and stays readable here.' : null;
}

/** Asks why a proposal is withdrawn; null where there is none that may be seen. */
export const loadWithdrawPage = guarded(
  { name: 'consultation.withdraw-page', module: 'consultation', act: 'write' },
  async (
    platform: Platform,
    named: ProposalNamed,
    shown: { because: string; problems: readonly Problem[] } | null,
  ): Promise<ReasonPageModel | null> => {
    const found = await find(platform, named);
    if (found === null) return null;
    const { review, proposal } = found;
    return {
      ...{ unit: await unitShown(platform), review, version: proposal.version, here: 'Withdraw' },
      title: `Withdraw “${proposal.title}”?`,
      lead: 'It is no longer compared with the others, and stays readable with your reason. Until the review closes you can propose again.',
      ...{ label: 'Why it is withdrawn', button: 'Withdraw it' },
      action: `${proposalAddress(proposal)}/withdraw`,
      ...(shown ?? { because: '', problems: [] }),
    };
  },
);

/** Withdraws a proposal. */
export const withdrawAsked = guarded(
  { name: 'consultation.withdraw-asked', module: 'consultation', act: 'write' },
  async (platform: Platform, named: ProposalNamed, typed: Typed): Promise<Asked<ReasonPageModel>> => {
    const because = textIn(typed, 'because');
    if ((await find(platform, named)) === null) return { kind: 'unknown' };
    try {
      await withdrawWeights(platform, { id: named.proposal, version: versionIn(typed) ?? 0, because });
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof Refused || error instanceof StaleEdit)) throw error;
      const problems = error instanceof Refused ? error.problems : [CHANGED_MEANWHILE];
      const model = await loadWithdrawPage(platform, named, { because, problems });
      if (model === null) return { kind: 'unknown' };
      return { kind: 'shown again', model, status: error instanceof Refused ? 400 : 409 };
    }
  },
);

const CHANGED_MEANWHILE: Problem = {
  field: null,
  sentence:
    'A colleague changed the proposal since you opened this page: look at it again, then send this if it still holds.',
};
