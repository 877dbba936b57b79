import { hexPlaces } from '../../../geography/index.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Asked, may, published, requirePermission } from '../../../platform/access/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { TooManyRequests } from '../../../platform/web/named-errors.ts';
import { longDate } from '../../../ui/long-date.ts';
import type { Stability } from '../../stability/model.ts';
import { planStability } from '../../stability/stability-service.ts';
import { findDecision, type PublishedDecision } from '../decision/find-decision-service.ts';
import type { DecidedProposal, Review } from '../model.ts';
import type { Baseline } from '../pages/compare/every-ward-table.tsx';
import type { ComparePageModel } from '../pages/compare-page.tsx';
import { listWeightProposals } from '../proposal/proposal-service.ts';
import { findReview } from '../review/review-service.ts';
import { stateOf } from '../review-state.ts';
import { reviewTitle, sayStanding } from '../say-review.ts';
import { choosePair } from './choose-pair.ts';
import { comparedPair } from './compared-pair.ts';
import { planNow, unitShown } from './shown-beside-service.ts';
import { solvedProposals } from './solved-proposals.ts';

/** Which two are asked for. */
export interface PairAsked {
  a?: string | undefined;
  b?: string | undefined;
}

/**
 * The proposals of a review side by side: to who reads all of them while it runs, to anyone once it is decided and
 * published, from the decision as it was kept.
 * @returns null where there is no such review that may be seen
 * @throws SignInNeeded, NotAllowed where it is not decided and the reader does not read every proposal
 */
export const loadComparePage = published(
  'consultation.compare-page',
  async (platform: Platform, id: number, asked: PairAsked): Promise<ComparePageModel | null> => {
    const today = todayInLondon(platform.now());
    const unit = await unitShown(platform);
    const everyProposal: Asked = { module: 'consultation', act: 'read', place: { unit: unit.name } };
    const review = may(platform.principal, everyProposal) ? await findReview(platform, id) : null;
    if (review === null || stateOf(review, today) === 'decided') {
      const decided = await findDecision(platform, { unit: unit.name, review: id });
      if (decided !== null) return { unit, ...ofDecision(decided, asked) };
      requirePermission(platform.principal, everyProposal);
    }
    return review === null ? null : { unit, ...(await ofReview(platform, review, today, asked)) };
  },
);

type Shown = Omit<ComparePageModel, 'unit'>;

/** As it was kept and published. */
function ofDecision({ decision, wards, boundaryVersion }: PublishedDecision, asked: PairAsked): Shown {
  const { review, proposals, chosen, stability } = decision;
  const kept = proposals.find((each) => each.id === chosen);
  return {
    review,
    over: `${reviewTitle(review)} · decided on ${longDate(decision.on)}`,
    chosen,
    wards,
    hexPlaces: [...(hexPlaces(boundaryVersion) ?? [])],
    stability,
    noComment: 'No comment was published.',
    baseline: kept === undefined ? null : baselineOf(kept, `${kept.title} (chosen)`),
    ...paired(proposals, wards, chosen, asked),
  };
}

/** As it stands while the review runs. */
async function ofReview(platform: Platform, review: Review, today: string, asked: PairAsked): Promise<Shown> {
  const proposals = solvedProposals(review, await listWeightProposals(platform, review.id));
  const { wards, boundaryVersion } = review.demand;
  const pair = paired(proposals, wards, review.choice?.proposal ?? null, asked);
  const first = proposals.find(({ officers }) => officers !== null);
  return {
    review,
    over: `${reviewTitle(review)} · ${sayStanding(review, stateOf(review, today))}`,
    chosen: review.choice?.proposal ?? null,
    wards: [...wards],
    hexPlaces: [...(hexPlaces(boundaryVersion) ?? [])],
    stability: pair.pair === null ? NO_STABILITY : await stabilityOfReview(platform, review),
    noComment: 'No comment.',
    baseline: (await planNow(platform, review)) ?? (first === undefined ? null : baselineOf(first, first.title)),
    ...pair,
  };
}

function paired(
  proposals: readonly DecidedProposal[],
  wards: ComparePageModel['wards'],
  chosen: number | null,
  asked: PairAsked,
): Pick<Shown, 'proposals' | 'asked' | 'pair' | 'problems'> {
  const { pair, problems } = choosePair(proposals, chosen, asked);
  return {
    proposals: [...proposals],
    asked: pair,
    pair: pair === null || problems.length > 0 ? null : comparedPair(proposals, wards, pair),
    problems,
  };
}

const baselineOf = ({ id, title, officers }: DecidedProposal, head: string): Baseline | null =>
  officers === null ? null : { head, words: title, proposal: id, officers };

const LEFT_OUT = 'How often other weightings keep A’s number is left out';
const NO_STABILITY = { missing: `${LEFT_OUT}: there is no plan to hold them against.` };

async function stabilityOfReview(
  platform: Platform,
  { demand, numbers }: Review,
): Promise<Stability | { missing: string }> {
  try {
    const answer = await planStability(platform, { parts: demand, numbers });
    return 'samples' in answer ? answer : NO_STABILITY;
  } catch (error) {
    if (!(error instanceof TooManyRequests)) throw error;
    return { missing: `${LEFT_OUT}, because others are being reckoned: open the page again in a minute.` };
  }
}
