import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Problem, Refused } from '../../../lib/refused.ts';
import { guarded, may, requirePermission } from '../../../platform/access/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import { namesOf } from '../../../platform/identity/service.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Moved, nextMove } from '../../../platform/publication/index.ts';
import { moment } from '../../../ui/moment.ts';
import { sayWho } from '../../../ui/say-who.ts';
import type { Review } from '../model.ts';
import type { AnnouncePageModel } from '../pages/announce-page.tsx';
import type { ApproveNoticePageModel } from '../pages/approve-notice-page.tsx';
import type { Asked } from '../review/edit-review-service.ts';
import { findReview, reviewHistory } from '../review/review-service.ts';
import { sayReviewChanges } from '../review/say-review-changes.ts';
import { type Typed, textIn, versionIn } from '../typed-fields.ts';
import { unitShown } from '../unit-shown-service.ts';
import {
  announceReview,
  approveNotice,
  latestNotice,
  previewNotice,
  publishNotice,
  takeBackNotice,
  unannounceable,
  withdrawNotice,
} from './announce-service.ts';

const consultation = { module: 'consultation' } as const;

/** Asks once more before a review is announced; null where there is none that may be seen. */
export const loadAnnouncePage = guarded(
  { name: 'consultation.announce-page', act: 'write', ...consultation },
  async (platform: Platform, id: number, problems: readonly Problem[]): Promise<AnnouncePageModel | null> => {
    const review = await findReview(platform, id);
    if (review === null) return null;
    // Who may never announce it is not shown the form.
    requirePermission(platform.principal, { ...consultation, act: 'write', place: { unit: review.unit } });
    return { unit: await unitShown(platform), review, problems };
  },
);

/** Proposes the public notice of a review; where it was changed since it was seen, says what changed. */
export const announceAsked = guarded(
  { name: 'consultation.announce-asked', act: 'write', ...consultation },
  async (platform: Platform, id: number, typed: Typed): Promise<Asked<AnnouncePageModel>> => {
    if ((await findReview(platform, id)) === null) return { kind: 'unknown' };
    try {
      await announceReview(platform, { id, version: versionIn(typed) ?? 0 });
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof Refused || error instanceof StaleEdit)) throw error;
      const problems = error instanceof Refused ? error.problems : await changedSince(platform, id, versionIn(typed));
      const model = await loadAnnouncePage(platform, id, problems);
      return model === null ? { kind: 'unknown' } : { kind: 'shown again', model, status: 409 };
    }
  },
);

/** What somebody else changed of a review since a version of it was seen. */
async function changedSince(platform: Platform, id: number, seen: number | null): Promise<Problem[]> {
  const versions = await reviewHistory(platform, id);
  const before = versions.find(({ version }) => version === seen);
  const now = versions.at(-1);
  const changes = before === undefined || now === undefined ? [] : sayReviewChanges(before.content, now.content);
  return [CHANGED_MEANWHILE, ...changes].map((sentence) => ({ field: null, sentence }));
}

const CHANGED_MEANWHILE =
  'The review was changed since you opened this page, and nothing was announced: read it as it is now, then send this again.';

/** What residents would see of a review, and what the reader may do about it; null where no notice waits or stands. */
export const loadNoticePage = guarded(
  { name: 'consultation.notice-page', act: 'read', ...consultation },
  async (
    platform: Platform,
    id: number,
    shown: { changedSince?: boolean; problems?: readonly Problem[] } = {},
  ): Promise<ApproveNoticePageModel | null> => {
    const review = await findReview(platform, id);
    const item = review === null ? null : await latestNotice(platform, review);
    const preview = item === null ? null : await previewNotice(platform, { id: item.id });
    if (review === null || preview === null) return null;
    const { after, described, approvalHash } = preview;
    const by = preview.item.proposed ?? preview.item.drafted;
    const mayApprove = mayHere(platform, 'approve', review);
    const told = after.kind === 'protected' ? after.snapshot : null;
    const forbidden = told === null ? null : unannounceable(review, told, todayInLondon(platform.now()));
    return {
      ...{ unit: await unitShown(platform), review, contentHash: approvalHash, sentences: described.sentences },
      isPublished: preview.item.state === 'published',
      notice: told,
      disclosure: after.kind === 'protected' ? after.record.because : after.because,
      proposed: `Proposed by ${sayWho(by.by, await namesOf(platform, [by.by]))}, ${moment(by.at)}.`,
      next: nextStep(preview, mayApprove, forbidden),
      mayWithdraw: mayApprove || (preview.item.approved === null && mayHere(platform, 'write', review)),
      ...{ changedSince: shown.changedSince ?? false, problems: shown.problems ?? [] },
    };
  },
);

const mayHere = ({ principal }: Platform, act: 'write' | 'approve', { unit }: Pick<Review, 'unit'>): boolean =>
  may(principal, { ...consultation, act, place: { unit } });

type Previewed = NonNullable<Awaited<ReturnType<typeof previewNotice>>>;

function nextStep(preview: Previewed, roleAllows: boolean, forbidden: string | null): ApproveNoticePageModel['next'] {
  const lacking = roleAllows ? null : 'It waits for somebody whose role approves reviews, such as the commander.';
  return nextMove(preview, forbidden ?? lacking);
}

/** What became of a form about a notice. */
export type NoticeMoved =
  | { kind: 'done'; published: boolean }
  | { kind: 'refused'; because: string }
  | { kind: 'unknown' }
  | { kind: 'shown again'; model: ApproveNoticePageModel; status: 400 | 409 };

/** Approves the notice that was shown, and publishes it where that was asked for. */
export const approveNoticeAsked = guarded(
  { name: 'consultation.approve-notice-asked', act: 'approve', ...consultation },
  async (platform: Platform, id: number, typed: Typed): Promise<NoticeMoved> => {
    const notice = await noticeAt(platform, id);
    if (notice === null) return { kind: 'unknown' };
    const approved = await approveNotice(platform, { id: notice, contentHash: textIn(typed, 'content-hash') });
    const publishes = approved.kind === 'done' && typed.publish === 'yes';
    return moved(platform, id, publishes ? await publishNotice(platform, { id: notice }) : approved);
  },
);

/** Publishes a notice that was approved. */
export const publishNoticeAsked = guarded(
  { name: 'consultation.publish-notice-asked', act: 'approve', ...consultation },
  async (platform: Platform, id: number): Promise<NoticeMoved> => {
    const notice = await noticeAt(platform, id);
    return notice === null ? { kind: 'unknown' } : moved(platform, id, await publishNotice(platform, { id: notice }));
  },
);

/** Withdraws a notice with its reason: what is not approved yet by who may propose, all else by who may approve. */
export const withdrawNoticeAsked = guarded(
  { name: 'consultation.withdraw-notice-asked', act: 'write', ...consultation },
  async (platform: Platform, id: number, typed: Typed): Promise<NoticeMoved> => {
    const notice = await noticeAt(platform, id);
    if (notice === null) return { kind: 'unknown' };
    const reason = textIn(typed, 'reason');
    if (reason === '') {
      const model = await loadNoticePage(platform, id, { problems: [REASON_MISSING] });
      return model === null ? { kind: 'unknown' } : { kind: 'shown again', model, status: 400 };
    }
    const { name: unit } = await unitShown(platform);
    const withdraw = mayHere(platform, 'approve', { unit }) ? withdrawNotice : takeBackNotice;
    return moved(platform, id, await withdraw(platform, { id: notice, reason }));
  },
);

const REASON_MISSING: Problem = {
  field: 'reason',
  sentence: 'Say why it is withdrawn: the reason is kept with it.',
};

/** Number of the latest notice of a review; null where there is none that may be seen. */
async function noticeAt(platform: Platform, id: number): Promise<string | null> {
  const review = await findReview(platform, id);
  return review === null ? null : ((await latestNotice(platform, review))?.id ?? null);
}

async function moved(platform: Platform, id: number, made: Moved): Promise<NoticeMoved> {
  if (made.kind === 'done') return { kind: 'done', published: made.item.state === 'published' };
  if (made.kind !== 'changed') return made;
  const model = await loadNoticePage(platform, id, { changedSince: true });
  return model === null ? { kind: 'unknown' } : { kind: 'shown again', model, status: 409 };
}
