import { type Problem, Refused } from '../../../lib/refused.ts';
import { guarded, requirePermission } from '../../../platform/access/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import { namesOf } from '../../../platform/identity/service.ts';
import type { Platform } from '../../../platform/platform.ts';
import { moment } from '../../../ui/moment.ts';
import { sayWho } from '../../../ui/say-who.ts';
import { seenIn } from '../compared-fields.ts';
import type { Review } from '../model.ts';
import { type EditReviewPageModel, editFields } from '../pages/edit-review-page.tsx';
import type { ReasonPageModel } from '../pages/reason-page.tsx';
import { reviewAddress, reviewTitle } from '../say-review.ts';
import { type Typed, textIn, versionIn } from '../typed-fields.ts';
import { unitShown } from '../unit-shown-service.ts';
import { knownPlaces } from './open-review-service.ts';
import { invitedFields, type KnownToReview, readInvited } from './read-open-form.ts';
import { abandonReview, closeReview, editReview, findReview, reviewHistory } from './review-service.ts';

const consultation = { module: 'consultation', act: 'write' } as const;
type Known = Pick<KnownToReview, 'boroughs' | 'wards'>;

/** Who may never change a review is not shown a form for it. @throws NotAllowed */
function mayWriteFor({ principal }: Platform, unit: string): void {
  requirePermission(principal, { ...consultation, place: { unit } });
}

/** What became of a form about a review. */
export type Asked<Model> =
  | { kind: 'done' }
  | { kind: 'unknown' }
  | { kind: 'shown again'; model: Model; status: 400 | 409 };

/** The fields of the form that changes a review, as text. */
function valuesOf(review: Review, known: Known): Typed {
  const { name, question, closesOn, inForceFrom, invited } = review;
  return { name, question, closesOn, inForceFrom, ...invitedFields(invited, known) };
}

/** The form that changes a review; null where there is none that may be seen. */
export const loadEditReviewPage = guarded(
  { name: 'consultation.edit-review-page', ...consultation },
  async (platform: Platform, id: number): Promise<EditReviewPageModel | null> => {
    const review = await findReview(platform, id);
    if (review === null) return null;
    mayWriteFor(platform, review.unit);
    const unit = await unitShown(platform);
    const known = await knownPlaces(platform, unit.name);
    const values = valuesOf(review, known);
    const seen = { version: review.version, values };
    return { unit, review, known, typed: values, seen, stored: null, problems: [] };
  },
);

/** Saves what was changed of a review; what was typed comes again where that cannot be, or somebody was faster. */
export const editAsked = guarded(
  { name: 'consultation.edit-asked', ...consultation },
  async (platform: Platform, id: number, typed: Typed): Promise<Asked<EditReviewPageModel>> => {
    const page = await loadEditReviewPage(platform, id);
    if (page === null) return { kind: 'unknown' };
    const { known } = page;
    const version = versionIn(typed) ?? 0;
    const seen = { version, values: seenIn(typed, editFields(known)) };
    const again = { ...page, typed, seen };
    try {
      await editReview(platform, {
        ...{ id, version, because: textIn(typed, 'because') },
        changes: {
          name: textIn(typed, 'name'),
          question: textIn(typed, 'question'),
          closesOn: textIn(typed, 'closesOn'),
          inForceFrom: textIn(typed, 'inForceFrom'),
          invited: readInvited(typed, known),
        },
      });
      return { kind: 'done' };
    } catch (error) {
      if (error instanceof Refused)
        return { kind: 'shown again', status: 400, model: { ...again, problems: error.problems } };
      if (!(error instanceof StaleEdit)) throw error;
      return { kind: 'shown again', status: 409, model: { ...again, stored: await storedNow(platform, id, known) } };
    }
  },
);

/** The review as somebody else saved it, with who and when. */
async function storedNow(platform: Platform, id: number, known: Known): Promise<EditReviewPageModel['stored']> {
  const review = await findReview(platform, id);
  const last = (await reviewHistory(platform, id)).at(-1);
  if (review === null || last === undefined) return null;
  const names = await namesOf(platform, [last.changed.by]);
  return {
    ...{ version: review.version, values: valuesOf(review, known) },
    ...{ by: sayWho(last.changed.by, names), at: moment(last.changed.at) },
  };
}

/** What a page that asks for a reason says, and where it is sent. */
interface ReasonWords extends Pick<ReasonPageModel, 'here' | 'lead' | 'label' | 'button'> {
  /** Around the review's name. */
  title: [before: string, after: string];
  step: string;
}

/** Asks for the reason of a step; null where there is no review that may be seen. */
const reasonPage = (name: string, { title: [before, after], step, ...words }: ReasonWords) =>
  guarded(
    { name, ...consultation },
    async (
      platform: Platform,
      id: number,
      shown: { because: string; problems: readonly Problem[] } | null,
    ): Promise<ReasonPageModel | null> => {
      const review = await findReview(platform, id);
      if (review === null) return null;
      mayWriteFor(platform, review.unit);
      return {
        ...{ unit: await unitShown(platform), review, version: review.version, ...words },
        title: `${before} ${reviewTitle(review).replace('Review', 'review')}${after}`,
        action: `${reviewAddress(id)}/${step}`,
        ...(shown ?? { because: '', problems: [] }),
      };
    },
  );

const REASON_SEEN = 'Where the public was told of it, its notice is withdrawn, and the day and the reason are public.';

/** Asks why a review is abandoned. */
export const loadAbandonPage = reasonPage('consultation.abandon-page', {
  ...{ here: 'Abandon', title: ['Abandon', '?'], step: 'abandon' },
  lead: `It ends without a decision, for good. Everything proposed in it stays readable to who could read it. ${REASON_SEEN}`,
  ...{ label: 'Why it ends without a decision', button: 'Abandon the review' },
});

/** Asks why a review closes now. */
export const loadClosePage = reasonPage('consultation.close-page', {
  ...{ here: 'Close', title: ['Close', ' now?'], step: 'close' },
  lead: 'Nothing can be proposed or changed in it after that, and the command can choose. Today becomes its last day, for the public too. A later closing day opens it again.',
  ...{ label: 'Why it closes now', button: 'Close the review' },
});

/** Closes a review before its last day is over. */
export const closeAsked = guarded(
  { name: 'consultation.close-asked', ...consultation },
  (platform: Platform, id: number, typed: Typed): Promise<Asked<ReasonPageModel>> =>
    reasonAsked(platform, id, typed, closeReview, loadClosePage),
);

/** Abandons a review. */
export const abandonAsked = guarded(
  { name: 'consultation.abandon-asked', ...consultation },
  (platform: Platform, id: number, typed: Typed): Promise<Asked<ReasonPageModel>> =>
    reasonAsked(platform, id, typed, abandonReview, loadAbandonPage),
);

/** Does what a form with a reason asks of a review; the form again where that cannot be, or somebody was faster. */
async function reasonAsked(
  platform: Platform,
  id: number,
  typed: Typed,
  act: typeof abandonReview,
  page: typeof loadAbandonPage,
): Promise<Asked<ReasonPageModel>> {
  const because = textIn(typed, 'because');
  if ((await findReview(platform, id)) === null) return { kind: 'unknown' };
  try {
    await act(platform, { id, version: versionIn(typed) ?? 0, because });
    return { kind: 'done' };
  } catch (error) {
    if (!(error instanceof Refused || error instanceof StaleEdit)) throw error;
    const problems = error instanceof Refused ? error.problems : [CHANGED_MEANWHILE];
    const model = await page(platform, id, { because, problems });
    if (model === null) return { kind: 'unknown' };
    return { kind: 'shown again', model, status: error instanceof Refused ? 400 : 409 };
  }
}

const CHANGED_MEANWHILE: Problem = {
  field: null,
  sentence:
    'Somebody changed the review since you opened this page: look at it again, then send this again if it still holds.',
};
