import { foundingWeights, requireUnit } from '../../../demand/service.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Problem, Refused, refuseIf } from '../../../lib/refused.ts';
import { guarded, type Place, published, worksWithMadeUp } from '../../../platform/access/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import type { Records } from '../../../platform/database/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  contentHash,
  type Moved,
  type PublicationItem,
  type PublishedItem,
} from '../../../platform/publication/index.ts';
import { planInForce } from '../../published-plans-service.ts';
import { inTransaction, notTheirs } from '../in-transaction-service.ts';
import type { Review } from '../model.ts';
import { apartProblem } from '../proposal/proposal-problems.ts';
import { lockReview, readReview, readReviewInPublic, readUnitOfReview } from '../review/review-store.ts';
import { stateOf } from '../review-state.ts';
import type { AnnouncedReview, ReviewNotice } from './notice.ts';
import { notices, ofReview } from './notice-publication-service.ts';
import { saysTheSame } from './notice-says-the-same.ts';

/** What became of a wish to announce a review. */
export type Announced =
  /** The notice waits for a second person's approval; `already`: it did before. */
  | { kind: 'proposed'; id: string; already: boolean }
  /** The very same notice is published. */
  | { kind: 'published already'; id: string };

async function placeOfReview(platform: Platform, { id }: { id: number }): Promise<Place> {
  const unit = await inTransaction(platform, (trx) => readUnitOfReview(trx, id));
  return unit === null ? {} : { unit };
}

/**
 * Proposes the public notice of a review as it stands, from today: somebody else approves and publishes it. An older one
 * that still waits is taken back, so that nobody approves what the review no longer says.
 * @throws Refused where the review is over; StaleEdit where it was changed since it was seen
 */
export const announceReview = guarded(
  { name: 'consultation.announce-review', module: 'consultation', act: 'write', place: placeOfReview },
  (platform: Platform, { id, version }: { id: number; version: number }): Promise<Announced> =>
    inTransaction(platform, async (trx) => {
      await lockReview(trx, id);
      const review = await readReview(trx, id);
      if (review === null) throw new Refused([{ field: null, sentence: 'There is no such review that you may see.' }]);
      if (review.version !== version) throw new StaleEdit(review, version);
      const today = todayInLondon(platform.now());
      refuseIf([apartProblem(review, worksWithMadeUp(platform)), overProblem(review, today)]);
      const within = { ...platform, records: trx };
      const { unit } = review;
      await notices.takeTurn(trx, unit);
      const content = await noticeOf(trx, review);
      const standing = (await notices.list(within, unit)).filter((item) => ofReview(item, id));
      const shown = standing.find(({ state }) => state === 'published');
      const same = [...standing.filter(({ state }) => WAITS.has(state)), ...(shown === undefined ? [] : [shown])].find(
        (item) => item.contentHash === contentHash({ inForceFrom: item.inForceFrom, content }),
      );
      for (const older of standing)
        if (older.state === 'proposed' && older.id !== same?.id)
          await notices.takeBack(within, { id: older.id, reason: OVERTAKEN });
      if (same?.state === 'published') return { kind: 'published already', id: same.id };
      if (same !== undefined) return { kind: 'proposed', id: same.id, already: true };
      const place = { unit, borough: null, ward: null };
      const drafted = await notices.draft(within, { key: unit, place, inForceFrom: today, content });
      await notices.propose(within, { id: drafted.id });
      return { kind: 'proposed', id: drafted.id, already: false };
    }),
);

const WAITS = new Set<PublicationItem['state']>(['proposed', 'approved']);
const OVERTAKEN = 'The review was announced again after it.';

/** Why a review is not announced on a day; null where it is. */
function overProblem(review: Review, today: string): Problem | null {
  const sentence = {
    open: null,
    closed: 'The review is closed, so nobody could take part any more: give it a later closing day first.',
    chosen: 'A proposal was chosen already: what was decided is published with the plan.',
    decided: 'This review is decided: what was decided is published with the plan.',
    abandoned: 'This review was ended without a decision: open another one.',
  }[stateOf(review, today)];
  return sentence === null ? null : { field: null, sentence };
}

async function noticeOf(trx: Records, review: Review): Promise<ReviewNotice> {
  const { id, unit, number, name, question, numbers, opensOn, closesOn, inForceFrom, invited, synthetic } = review;
  const inForce = await planInForce(trx, unit, opensOn);
  return {
    ...{ review: id, unit, number, name, question, numbers, opensOn, closesOn, inForceFrom, invited, synthetic },
    weights: inForce?.plan.weights ?? (await foundingWeights()),
    components: review.demand.parts.map(({ component, title }) => ({ component, title })),
  };
}

/** The latest notice of a review that was not withdrawn, in whatever state, for who may read it; null where there is none. */
export const latestNotice = guarded(
  { name: 'consultation.latest-notice', module: 'consultation', act: 'read' },
  async (platform: Platform, { unit, id }: Pick<Review, 'unit' | 'id'>): Promise<PublicationItem | null> =>
    (await notices.list(platform, unit)).find((item) => ofReview(item, id) && item.state !== 'withdrawn') ?? null,
);

/** The latest notice of each review of a unit, the newest first: to anyone. One that was withdrawn stays readable. */
export const listAnnouncedReviews = published(
  'consultation.list-announced-reviews',
  async (records: Records, unit: string | null): Promise<AnnouncedReview[]> => {
    const items = await notices.listPublished(records, await requireUnit(records, unit));
    const reviews = [...new Set(items.map(({ facets }) => facets.review))];
    const found: AnnouncedReview[] = [];
    for (const review of reviews) {
      const announced = await readAnnounced(records, latestOf(items.filter(({ facets }) => facets.review === review)));
      if (announced !== null) found.push(announced);
    }
    return found.toSorted((a, b) => b.notice.review - a.notice.review);
  },
);

/** The latest notice of a review, withdrawn or not, and whether the review was abandoned: to anyone; null where none was published that may be seen. */
export const findAnnouncedReview = published(
  'consultation.find-announced-review',
  async (records: Records, { unit, id }: { unit: string | null; id: number }): Promise<AnnouncedReview | null> => {
    const items = await notices.listPublished(records, await requireUnit(records, unit));
    return readAnnounced(records, latestOf(items.filter((item) => ofReview(item, id))));
  },
);

/** The latest that stands; where all were withdrawn, the latest of those. */
const latestOf = (items: readonly PublishedItem[]): PublishedItem | null =>
  items.find(({ withdrawn }) => withdrawn === null) ?? items[0] ?? null;

async function readAnnounced(records: Records, item: PublishedItem | null): Promise<AnnouncedReview | null> {
  const found = item === null ? null : await notices.findPublished(records, item.id);
  if (found?.snapshot == null) return null;
  const { id, inForceFrom: from, publishedAt, alone, withdrawn } = found.item;
  const stands = await readReviewInPublic(records, found.snapshot.review);
  return stands === null ? null : { id, notice: found.snapshot, from, publishedAt, alone, withdrawn, ...stands };
}

type OfNotice = { id: string };

async function placeOfNotice(platform: Platform, { id }: OfNotice): Promise<Place | null> {
  const found = await notices.find(platform, { id });
  return found === null ? null : { unit: found.content.unit };
}

/**
 * Moves a notice, while nobody changes or abandons its review, unless something of the review forbids it.
 * @param forbids why it may not be moved; null where it may
 */
function moveUnless(
  platform: Platform,
  { id }: OfNotice,
  forbids: (review: Review, notice: ReviewNotice) => string | null,
  move: (within: Platform) => Promise<Moved>,
): Promise<Moved> {
  return inTransaction(platform, async (records) => {
    const within = { ...platform, records };
    const found = await notices.find(within, { id });
    if (found === null) return { kind: 'unknown' };
    await lockReview(records, found.content.review);
    const review = await readReview(records, found.content.review);
    if (review === null) return { kind: 'unknown' };
    const because = notTheirs(platform, review)?.sentence ?? forbids(review, found.content);
    return because === null ? move(within) : { kind: 'refused', because };
  });
}

/** Why a notice is shown to nobody on a day; null where it may be: its review is open and says what it says. */
export const unannounceable = (review: Review, notice: ReviewNotice, today: string): string | null =>
  overProblem(review, today)?.sentence ??
  (saysTheSame(notice, review) ? null : 'The review was changed since: announce it again.');

/** Approves exactly the notice that was shown, while its review is open and says the same. */
export const approveNotice = guarded(
  { name: 'consultation.approve-review', module: 'consultation', act: 'approve', place: placeOfNotice },
  (platform: Platform, asked: OfNotice & { contentHash: string }): Promise<Moved> =>
    moveUnless(
      platform,
      asked,
      (review, notice) => unannounceable(review, notice, todayInLondon(platform.now())),
      (within) => notices.approve(within, asked),
    ),
);

/** Shows readers a notice that was approved, while its review is open and says the same. */
export const publishNotice = guarded(
  { name: 'consultation.publish-review', module: 'consultation', act: 'approve', place: placeOfNotice },
  (platform: Platform, asked: OfNotice): Promise<Moved> =>
    moveUnless(
      platform,
      asked,
      (review, notice) => unannounceable(review, notice, todayInLondon(platform.now())),
      (within) => notices.publish(within, asked),
    ),
);

/** Withdraws a notice with its reason, by who may approve. */
export const withdrawNotice = guarded(
  { name: 'consultation.withdraw-review', module: 'consultation', act: 'approve', place: placeOfNotice },
  (platform: Platform, asked: OfNotice & { reason: string }): Promise<Moved> =>
    moveUnless(
      platform,
      asked,
      () => null,
      (within) => notices.withdraw(within, asked),
    ),
);

/** Takes back a notice that nobody approved yet, with its reason, by who may propose one. */
export const takeBackNotice = guarded(
  { name: 'consultation.take-back-review', module: 'consultation', act: 'write', place: placeOfNotice },
  (platform: Platform, asked: OfNotice & { reason: string }): Promise<Moved> =>
    moveUnless(
      platform,
      asked,
      () => null,
      (within) => notices.takeBack(within, asked),
    ),
);

export const { preview: previewNotice } = notices;
