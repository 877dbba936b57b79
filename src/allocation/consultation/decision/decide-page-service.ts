import { z } from 'zod';
import { findComponent } from '../../../demand/index.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Problem, Refused } from '../../../lib/refused.ts';
import { guarded } from '../../../platform/access/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { andList } from '../../../ui/and-list.ts';
import { longDate } from '../../../ui/long-date.ts';
import { componentInSentence } from '../../component-in-sentence.ts';
import { sayAgainst } from '../comparison/compared-pair.ts';
import { comparePartsNow } from '../comparison/figures-now-service.ts';
import { planNow, unitShown } from '../comparison/shown-beside-service.ts';
import { solvedProposals } from '../comparison/solved-proposals.ts';
import type { DecidedProposal, Review, WeightProposal } from '../model.ts';
import type { Baseline } from '../pages/compare/every-ward-table.tsx';
import type { DecidePageModel, ProposalToChoose } from '../pages/decide-page.tsx';
import { listWeightProposals } from '../proposal/proposal-service.ts';
import { findReview, reviewHistory } from '../review/review-service.ts';
import { sayReviewChanges } from '../review/say-review-changes.ts';
import { stateOf } from '../review-state.ts';
import { reviewAddress, reviewTitle, sayStanding } from '../say-review.ts';
import { sayWeight } from '../say-weight.ts';
import type { Typed } from '../typed-fields.ts';
import { chooseProposal } from './decision-service.ts';

const consultation = { module: 'consultation', act: 'approve' } as const;

/** What the form is shown again with. */
interface ShownAgain {
  typed: Typed;
  problems: Problem[];
  since?: string[];
}

/** The form that asks which proposal is chosen; null where there is no such review that may be seen. */
export const loadDecidePage = guarded(
  { name: 'consultation.decide-page', ...consultation },
  async (
    platform: Platform,
    id: number,
    again: ShownAgain = { typed: {}, problems: [] },
  ): Promise<DecidePageModel | null> => {
    const review = await findReview(platform, id);
    if (review === null) return null;
    const today = todayInLondon(platform.now());
    const proposals = (await listWeightProposals(platform, id)).filter(({ withdrawn }) => withdrawn === null);
    const notNow = whyNotNow(review, proposals, today);
    const revised = notNow === null ? await comparePartsNow(platform.records, review, proposals) : null;
    return {
      unit: await unitShown(platform),
      review,
      over: `${reviewTitle(review)} · ${sayStanding(review, stateOf(review, today))}`,
      notNow,
      proposals: notNow === null ? toChoose(review, proposals, await planNow(platform, review)) : [],
      revised:
        revised === null
          ? null
          : { hash: revised.hash, sentence: revised.sentence, under: revised.under.map(({ sentence }) => sentence) },
      since: again.since ?? null,
      typed: again.typed,
      problems: again.problems,
    };
  },
);

function whyNotNow(review: Review, proposals: readonly WeightProposal[], today: string): DecidePageModel['notNow'] {
  const address = reviewAddress(review.id);
  const edit = { href: `${address}/edit`, text: 'Change the closing day' };
  const plan = { href: `/allocation/plans/${review.choice?.plan}`, text: `Plan ${review.choice?.plan}` };
  const state = stateOf(review, today);
  if (state === 'open') {
    const sentence = `It takes proposals until ${longDate(review.closesOn)}. Choose on the day after, or close it now.`;
    return { sentence, ways: [{ href: `${address}/close`, text: 'Close it now' }, edit] };
  }
  if (state === 'chosen')
    return {
      sentence: 'A proposal was chosen already. To choose anew, withdraw the plan that is on its way.',
      ways: [plan],
    };
  if (state === 'decided') return { sentence: 'It is decided. To change the plan, open another review.', ways: [plan] };
  if (state === 'abandoned')
    return {
      sentence: 'It was ended without a decision. To decide, open another review.',
      ways: [{ href: '/allocation/reviews/new', text: 'Open a review' }],
    };
  if (proposals.length > 0) return null;
  const sentence =
    'Nobody proposed weights, so there is nothing to choose. Give it a later closing day, or abandon it.';
  return { sentence, ways: [edit, { href: `${address}/abandon`, text: 'Abandon the review' }] };
}

function toChoose(review: Review, proposals: readonly WeightProposal[], now: Baseline | null): ProposalToChoose[] {
  const { wards } = review.demand;
  return solvedProposals(review, proposals).map((proposal) => {
    const against = now === null ? null : sayAgainst(now, proposal, wards);
    const plan = proposal.officers === null ? ['No plan is possible under it.'] : against === null ? [] : [against];
    return { id: proposal.id, title: proposal.title, sentences: [...plan, sayWeights(proposal)] };
  });
}

/** "Weights: recorded crime 62.5% and deprivation 37.5%." */
function sayWeights({ weights }: Pick<DecidedProposal, 'weights'>): string {
  const parts = Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([part, weight]) => `${componentInSentence(findComponent(part)?.title ?? part)} ${sayWeight(weight)}`);
  return `Weights: ${andList(parts)}.`;
}

/** What became of the form. */
export type DecisionAsked =
  | { kind: 'chosen'; plan: string }
  | { kind: 'shown again'; model: DecidePageModel; status: 400 | 409 }
  | { kind: 'unknown' };

const form = z.record(z.string(), z.string()).catch({});
const FIGURES = z.enum(['as opened', 'as revised']).nullable().catch(null);
const WHOLE = /^\d{1,15}$/;

/** Chooses the proposal that was asked for; else the form again, as it was filled in, with what stands in the way. */
export const decideAsked = guarded(
  { name: 'consultation.decide-asked', ...consultation },
  async (platform: Platform, id: number, body: unknown): Promise<DecisionAsked> => {
    const typed = form.parse(body);
    const again = async (shown: Omit<ShownAgain, 'typed'>, status: 400 | 409): Promise<DecisionAsked> => {
      const model = await loadDecidePage(platform, id, { typed, ...shown });
      return model === null ? { kind: 'unknown' } : { kind: 'shown again', model, status };
    };
    const problems = missingIn(typed);
    if (problems.length > 0) return again({ problems }, 400);
    try {
      const answer = await chooseProposal(platform, {
        review: id,
        version: Number(typed.version),
        proposal: Number(typed.proposal),
        reasons: typed.reasons ?? '',
        figures: FIGURES.parse(typed.figures ?? null),
        seen: typed.seen ?? null,
      });
      if (answer.kind === 'chosen') return answer;
      return await again({ problems: [figuresProblem(typed)] }, 409);
    } catch (error) {
      if (error instanceof Refused) return again({ problems: [...error.problems] }, 400);
      if (!(error instanceof StaleEdit)) throw error;
      return again({ problems: [], since: await changesSince(platform, id, Number(typed.version)) }, 409);
    }
  },
);

/** What was left out, all of it at once. */
function missingIn(typed: Typed): Problem[] {
  const wrong = (field: string, sentence: string): Problem => ({ field, sentence });
  return [
    ...(WHOLE.test(typed.proposal ?? '')
      ? []
      : [wrong('proposal', 'Choose the proposal that the plan is to rest on.')]),
    ...(typed.seen === undefined || FIGURES.parse(typed.figures ?? null) !== null
      ? []
      : [wrong('figures', 'Say which figures the plan is to rest on.')]),
    ...((typed.reasons ?? '').trim() === ''
      ? [wrong('reasons', 'Say why it is chosen: the reasons are published with the plan.')]
      : []),
  ];
}

const figuresProblem = (typed: Typed): Problem => ({
  field: 'figures',
  sentence:
    typed.seen === undefined
      ? 'Figures were revised since the review opened: say which the plan is to rest on.'
      : 'Figures were revised again since you opened this page: look at what changes, and say which the plan is to rest on.',
});

/** What was changed of a review since a version of it, in sentences. */
async function changesSince(platform: Platform, id: number, version: number): Promise<string[]> {
  const versions = await reviewHistory(platform, id);
  const sentences = versions.flatMap((after, place) => {
    const before = versions[place - 1];
    if (before === undefined || after.version <= version) return [];
    return [
      ...sayReviewChanges(before.content, after.content),
      ...(after.because === '' ? [] : [`Why: “${after.because}”`]),
    ];
  });
  return sentences.length === 0 ? ['Somebody saved it again.'] : sentences;
}
