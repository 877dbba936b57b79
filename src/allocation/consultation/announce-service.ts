import { foundingWeights, requireUnit } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { guarded, type Place, published } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentHash, type PublicationItem, type PublishedItem } from '../../platform/publication/index.ts';
import { planInForce } from '../published-plans-service.ts';
import { inTransaction, worksWithMadeUp } from './in-transaction-service.ts';
import type { Review } from './model.ts';
import type { AnnouncedReview, ReviewNotice } from './notice.ts';
import { notices, ofReview } from './notice-publication-service.ts';
import { apartProblem } from './proposal-problems.ts';
import { type Problem, Refused, refuseIf } from './refused.ts';
import { stateOf } from './review-state.ts';
import { readReview, readUnitOfReview } from './review-store.ts';

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
 * Proposes the public notice of a review as it stands, from today: somebody else approves and publishes it.
 * @throws Refused where the review is over; StaleEdit where it was changed since it was seen
 */
export const announceReview = guarded(
  { name: 'consultation.announce-review', module: 'consultation', act: 'write', place: placeOfReview },
  (platform: Platform, { id, version }: { id: number; version: number }): Promise<Announced> =>
    inTransaction(platform, async (trx) => {
      const review = await readReview(trx, id);
      if (review === null) throw new Refused([{ field: null, sentence: 'There is no such review that you may see.' }]);
      if (review.version !== version) throw new StaleEdit(review, version);
      const today = todayInLondon(platform.now());
      refuseIf([apartProblem(review, worksWithMadeUp(platform)), overProblem(review, today)]);
      const within = { ...platform, records: trx };
      const { unit } = review;
      await notices.takeTurn(trx, unit);
      const content = await noticeOf(trx, review);
      const standing = (await notices.list(within, unit)).filter(
        (item) => ofReview(item, id) && STANDS.has(item.state),
      );
      for (const item of standing) {
        if (item.contentHash !== contentHash({ inForceFrom: item.inForceFrom, content })) continue;
        return item.state === 'published'
          ? { kind: 'published already', id: item.id }
          : { kind: 'proposed', id: item.id, already: true };
      }
      const place = { unit, borough: null, ward: null };
      const drafted = await notices.draft(within, { key: unit, place, inForceFrom: today, content });
      await notices.propose(within, { id: drafted.id });
      return { kind: 'proposed', id: drafted.id, already: false };
    }),
);

const STANDS = new Set<PublicationItem['state']>(['proposed', 'approved', 'published']);

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

/** The latest notice of a review, withdrawn or not: to anyone; null where none was published that may be seen. */
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
  return { id, notice: found.snapshot, from, publishedAt, alone, withdrawn };
}

export const {
  approve: approveNotice,
  publish: publishNotice,
  withdraw: withdrawNotice,
  takeBack: takeBackNotice,
  preview: previewNotice,
} = notices;
