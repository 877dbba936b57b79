import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Act, may, published } from '../../../platform/access/index.ts';
import { namesOf } from '../../../platform/identity/service.ts';
import type { Platform } from '../../../platform/platform.ts';
import { longDate } from '../../../ui/long-date.ts';
import { sayWho } from '../../../ui/say-who.ts';
import { comparePartsNow } from '../comparison/figures-now-service.ts';
import { findDecision, listDecisions, type PublishedDecision } from '../decision/find-decision-service.ts';
import type { Review, ReviewRevision, ReviewState, WeightProposal } from '../model.ts';
import { findAnnouncedReview, latestNotice, listAnnouncedReviews } from '../notice/announce-service.ts';
import type { AnnouncedReview } from '../notice/notice.ts';
import { saysTheSame } from '../notice/notice-says-the-same.ts';
import type { AnnouncedReviewPageModel } from '../pages/announced-review-page.tsx';
import type { HappenedShown } from '../pages/review/dates-and-history.tsx';
import type { UnitShown } from '../pages/review-frame.tsx';
import type { ReviewPageModel } from '../pages/review-page.tsx';
import type { ListedReview, ReviewsPageModel } from '../pages/reviews-page.tsx';
import { listWeightProposals, partiesFor } from '../proposal/proposal-service.ts';
import { stateOf } from '../review-state.ts';
import { unitShown } from '../unit-shown-service.ts';
import { type NoticeState, partyKey, type ReaderOfReview } from './review-actions.ts';
import { publicEvents, type ReviewEvent } from './review-events.ts';
import { reviewEvents } from './review-events-service.ts';
import { findReview, listReviews, reviewHistory } from './review-service.ts';
import { sayReviewChanges } from './say-review-changes.ts';
import { weightsNow } from './weights-now-service.ts';

/** Whether who acts may do something with every review of a unit. */
const mayReview = ({ principal }: Platform, act: Act, unit: string): boolean =>
  may(principal, { module: 'consultation', act, place: { unit } });

/** Whether who acts takes part in any review at all. */
const takesPart = ({ principal }: Platform): boolean =>
  may(principal, { module: 'consultation', act: 'read', place: null });

/** Every review: to who takes part all of them, to anybody else those that were announced. */
export const loadReviewsPage = published(
  'consultation.reviews-page',
  async (platform: Platform): Promise<ReviewsPageModel> => {
    const unit = await unitShown(platform);
    const today = todayInLondon(platform.now());
    const mayOpen = mayReview(platform, 'write', unit.name);
    const seesAll = mayReview(platform, 'read', unit.name);
    const inPublic = seesAll ? [] : await reviewsInPublic(platform, unit.name, today);
    if (!takesPart(platform)) return { unit, reviews: inPublic, publishedOnly: true, mayOpen };
    const reviews: ListedReview[] = [];
    for (const review of await listReviews(platform, unit.name)) {
      const proposals = seesAll ? standing(await listWeightProposals(platform, review.id)).length : null;
      reviews.push({ ...review, state: stateOf(review, today), proposals, plan: review.choice?.plan ?? null });
    }
    const others = inPublic.filter(({ id }) => reviews.every((own) => own.id !== id));
    return { unit, reviews: [...reviews, ...others].toSorted(latestFirst), publishedOnly: false, mayOpen };
  },
);

const standing = (proposals: readonly WeightProposal[]) => proposals.filter(({ withdrawn }) => withdrawn === null);

const latestFirst = (a: ListedReview, b: ListedReview): number => b.id - a.id;

/** Reviews that anybody may know of, the latest first: announced and not taken back, abandoned after that, or decided. */
async function reviewsInPublic(platform: Platform, unit: string, today: string): Promise<ListedReview[]> {
  const decisions = await listDecisions(platform, unit);
  const decidedOf = (id: number) => decisions.find(({ decision }) => decision.review.id === id) ?? null;
  const notices = await listAnnouncedReviews(platform.records, unit);
  const announced = notices
    .filter(({ withdrawn, abandoned }) => withdrawn === null || abandoned !== null)
    .map((each) => listedNotice(each, decidedOf(each.notice.review), today));
  const decided = decisions
    .filter(({ decision }) => announced.every(({ id }) => id !== decision.review.id))
    .map(({ decision: { review }, plan }): ListedReview => {
      const { id, number, name, opensOn, closesOn, synthetic } = review;
      return { id, number, name, opensOn, closesOn, synthetic, state: 'decided', proposals: null, plan };
    });
  return [...announced, ...decided].toSorted(latestFirst);
}

function publicState(
  { now, abandoned }: AnnouncedReview,
  decided: PublishedDecision | null,
  today: string,
): ReviewState {
  if (decided !== null) return 'decided';
  if (abandoned !== null) return 'abandoned';
  if (now.chosen) return 'chosen';
  return !now.closed && today <= now.closesOn ? 'open' : 'closed';
}

function listedNotice(announced: AnnouncedReview, decided: PublishedDecision | null, today: string): ListedReview {
  const { review: id, number, name, opensOn, synthetic } = announced.notice;
  const { closesOn } = announced.now;
  const state = publicState(announced, decided, today);
  return { id, number, name, opensOn, closesOn, synthetic, state, proposals: null, plan: decided?.plan ?? null };
}

/** One review as its reader may see it: from within, as it was announced, or as the decision kept it. */
export type ReviewShown =
  | { kind: 'within'; model: ReviewPageModel; decided: PublishedDecision | null }
  | { kind: 'announced'; model: AnnouncedReviewPageModel; decided: PublishedDecision | null }
  | { kind: 'decided'; unit: UnitShown; decided: PublishedDecision };

/** A review; null where there is none that may be seen. */
export const loadReviewPage = published(
  'consultation.review-page',
  async (platform: Platform, id: number, done: string | undefined): Promise<ReviewShown | null> => {
    const unit = await unitShown(platform);
    const today = todayInLondon(platform.now());
    const review = takesPart(platform) ? await findReview(platform, id) : null;
    const decided = await findDecision(platform, { unit: unit.name, review: id });
    if (review === null) {
      const announced = await findAnnouncedReview(platform.records, { unit: unit.name, id });
      if (announced === null) return decided === null ? null : { kind: 'decided', unit, decided };
      const state = publicState(announced, decided, today);
      const events = publicEvents(announced, decided?.decision.on ?? null);
      const history = await historyOf(platform, [], events);
      return { kind: 'announced', model: { unit, state, announced, history }, decided };
    }
    const proposals = await listWeightProposals(platform, id);
    const reader = await readerOf(platform, review, proposals);
    const revised = await comparePartsNow(platform.records, review, standing(proposals));
    const model = {
      ...{ unit, review, state: stateOf(review, today), reader, proposals },
      notice: reader.seesAll ? await noticeOf(platform, review) : 'published',
      now: await weightsNow(platform, review),
      revised: revised === null ? null : `${revised.sentence}`,
      history: await historyOf(
        platform,
        await reviewHistory(platform, id),
        await reviewEvents(platform, review, proposals),
      ),
      justDone: sayDone(done, review),
    } as const;
    return { kind: 'within', model, decided };
  },
);

/** What the reader may do with a review, and for whom they answer. */
async function readerOf(
  platform: Platform,
  review: Review,
  proposals: readonly WeightProposal[],
): Promise<ReaderOfReview> {
  const parties = await partiesFor(platform, review.id);
  const stands = standing(proposals);
  return {
    seesAll: mayReview(platform, 'read', review.unit),
    mayWrite: mayReview(platform, 'write', review.unit),
    mayApprove: mayReview(platform, 'approve', review.unit),
    parties: parties.map((party) => ({
      party,
      proposal: stands.find((proposal) => partyKey(proposal.party) === partyKey(party))?.id ?? null,
    })),
  };
}

/** How far the latest notice of a review is, and whether it still says what the review says. */
async function noticeOf(platform: Platform, review: Review): Promise<NoticeState> {
  const state = (await latestNotice(platform, review))?.state ?? 'none';
  if (state === 'withdrawn') return 'none';
  if (state !== 'published') return state;
  const announced = await findAnnouncedReview(platform.records, review);
  return announced !== null && saysTheSame(announced.notice, review) ? 'published' : 'outdated';
}

/** Every version of a review and everything else that happened to it. */
async function historyOf(
  platform: Platform,
  revisions: readonly ReviewRevision[],
  events: readonly ReviewEvent[],
): Promise<HappenedShown[]> {
  const actors = [...revisions.map(({ changed }) => changed.by), ...events.flatMap(({ by }) => by ?? [])];
  const names = await namesOf(platform, [...new Set(actors)]);
  return [
    ...revisions.map(({ version, content, because, changed }, place) => {
      const before = revisions[place - 1];
      const changes = before === undefined ? [] : sayReviewChanges(before.content, content);
      const what = version === 1 ? 'Opened' : 'Changed';
      return { what, who: sayWho(changed.by, names), at: changed.at, because, changes };
    }),
    ...events.map(({ what, by, at, because }) => ({
      ...{ what, at, because, changes: [] },
      who: by === null ? null : sayWho(by, names),
    })),
  ];
}

function sayDone(done: string | undefined, review: Review): string | null {
  if (done === 'opened') return `The review is open: proposals are taken until ${longDate(review.closesOn)}.`;
  if (done === 'closed' && review.closed !== null)
    return 'The review is closed: nothing is proposed in it any more, and the command can choose.';
  if (done === 'changed') return 'The change is saved, and stands in the history below.';
  if (done === 'announced') return 'The public notice is proposed: somebody else can approve it.';
  if (done === 'published') return 'The public notice is published.';
  return null;
}
