import { type Component, findComponent } from '../../../demand/index.ts';
import { demandParts, requireUnit } from '../../../demand/service.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Problem, Refused, refuseIf } from '../../../lib/refused.ts';
import { textProblem } from '../../../lib/text-problem.ts';
import { guarded, type Place, worksWithMadeUp } from '../../../platform/access/index.ts';
import { recordAudit } from '../../../platform/audit/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import type { Records } from '../../../platform/database/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contentHash } from '../../../platform/publication/index.ts';
import type { PlannedNumbers } from '../../model.ts';
import { limitsFor } from '../../rules-in-force.ts';
import { reviewContent } from '../consultation-rows.ts';
import { inTransaction, notTheirs } from '../in-transaction-service.ts';
import type { Party, Review, ReviewChanges, ReviewNumbers, ReviewRevision } from '../model.ts';
import { MOST_LETTERS } from '../most-letters.ts';
import { withdrawNoticesOf } from '../notice/withdraw-notices-service.ts';
import { apartProblem } from '../proposal/proposal-problems.ts';
import { stateOf } from '../review-state.ts';
import { componentsProblems, daysProblems, solvingProblems, wordsProblems } from './review-problems.ts';
import {
  insertReview,
  insertReviewRevision,
  lockReview,
  readReview,
  readReviewRevisions,
  readReviews,
  readUnitOfReview,
  saveAbandoned,
  saveClosed,
  saveReview,
  takeNumber,
} from './review-store.ts';

/**
 * What a review is opened with. Fields of problems: name, question, dwo, pcso, dwoFloor, pcsoFloor, dwoCeiling,
 * pcsoCeiling, components, asAt, inForceFrom, closesOn, invited; null for what is about none.
 */
export interface OpeningAsked {
  unit: string;
  name: string;
  question: string;
  /** Floors and ceilings that are left out are as the rules in force on asAt have them. */
  numbers: PlannedNumbers;
  /** Components that may be weighed, by name. */
  components: readonly Component['name'][];
  /** Date of wards and figures, "2026-03-01". */
  asAt: string;
  /** First day of the plan that comes of it. */
  inForceFrom: string;
  /** Last day on which proposals are taken. */
  closesOn: string;
  invited: readonly Party[];
}

/** A change of a review, made on the version its editor saw. */
export interface ReviewEdit {
  id: number;
  version: number;
  changes: ReviewChanges;
  /** Why, for the history: never empty. */
  because: string;
}

/**
 * Opens a review today on the figures as they now stand, under the next number of the year.
 * @throws Refused where anything of it cannot be; WrongUsage where there is no such unit
 */
export const openReview = guarded(
  {
    name: 'consultation.open-review',
    module: 'consultation',
    act: 'write',
    place: async ({ records }: Platform, { unit }: OpeningAsked): Promise<Place> => ({
      unit: await requireUnit(records, unit),
    }),
  },
  async (platform: Platform, asked: OpeningAsked): Promise<Review> => {
    const review = await gatherReview(platform, asked);
    const { opened, unit } = review;
    return inTransaction(platform, async (trx) => {
      const number = await takeNumber(trx, unit, review.opensOn.slice(0, 4));
      const id = await insertReview(trx, { ...review, number });
      const kept = await readKept(trx, id);
      await insertReviewRevision(trx, kept, '', opened);
      await recordAudit(trx, {
        actor: opened.by,
        action: 'consultation.open-review',
        subject: subjectOf(kept),
        detail: { closesOn: kept.closesOn, figures: kept.demandHash },
      });
      return kept;
    });
  },
);

/** Everything a new review is made of but its number: its figures are gathered before the transaction, which nothing waits for. */
async function gatherReview(platform: Platform, asked: OpeningAsked) {
  const { records, actor: by, now } = platform;
  const at = now();
  const opensOn = todayInLondon(at);
  const { asAt, inForceFrom, closesOn, numbers } = asked;
  const words = { name: asked.name.trim(), question: asked.question.trim(), invited: [...asked.invited] };
  const days = daysProblems({ inForceFrom, closesOn }, { asAt, opensOn, today: opensOn, stands: false });
  refuseIf([...wordsProblems(words), ...componentsProblems(asked.components), ...days]);
  const unit = await requireUnit(records, asked.unit);
  const components = [...new Set(asked.components)].flatMap((name) => findComponent(name) ?? []);
  const demand = await demandParts(records, { unit, asAt, components });
  refuseIf(solvingProblems(demand, numbers));
  return {
    ...words,
    ...{ unit, inForceFrom, opensOn, closesOn, demand },
    numbers: wholeNumbers(asAt, numbers),
    demandHash: contentHash(demand),
    synthetic: worksWithMadeUp(platform),
    opened: { by, at },
  };
}

function wholeNumbers(asAt: string, numbers: PlannedNumbers): ReviewNumbers {
  const { officers, floors, ceilings } = limitsFor(asAt, numbers);
  return { ...officers, floors, ceilings };
}

async function placeOfReview(platform: Platform, { id }: { id: number }): Promise<Place> {
  const unit = await inTransaction(platform, (trx) => readUnitOfReview(trx, id));
  return unit === null ? {} : { unit };
}

/**
 * Changes what may be changed of a review; a later closing day takes proposals again.
 * @throws Refused; StaleEdit with the review as it is now where somebody saved first
 */
export const editReview = guarded(
  { name: 'consultation.edit-review', module: 'consultation', act: 'write', place: placeOfReview },
  (platform: Platform, { id, version, changes, because }: ReviewEdit): Promise<Review> =>
    inTransaction(platform, async (trx) => {
      const by = { by: platform.actor, at: platform.now() };
      const before = await lockedReview(trx, { id, version });
      const after = { ...before, ...given(changes) };
      refuseIf([
        apartProblem(before, worksWithMadeUp(platform)),
        ...settledProblems(before, todayInLondon(by.at)),
        ...editProblems(before, after, because, by.at),
      ]);
      await saveReview(
        trx,
        { id, version },
        given(changes),
        before.closed !== null && after.closesOn > before.closesOn,
      );
      const kept = await readKept(trx, id);
      await insertReviewRevision(trx, kept, because.trim(), by);
      await recordAudit(trx, {
        actor: by.by,
        action: 'consultation.edit-review',
        subject: subjectOf(kept),
        detail: { changed: Object.keys(given(changes)).toSorted() },
        reason: because.trim(),
      });
      return kept;
    }),
);

/** The changes that were given, their words without blanks around them. */
function given(changes: ReviewChanges): ReviewChanges {
  const trimmed = Object.entries(changes).map(([field, value]) => [
    field,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== undefined));
}

function editProblems(before: Review, after: Review, because: string, at: Date): (Problem | null)[] {
  const { demand, opensOn, closesOn } = before;
  const days = { asAt: demand.asAt, opensOn, today: todayInLondon(at), stands: after.closesOn === closesOn };
  const changed = contentHash(reviewContent(before)) !== contentHash(reviewContent(after));
  return [
    changed ? null : { field: null, sentence: 'Nothing was changed: change something, or leave the review as it is.' },
    ...wordsProblems(after),
    ...daysProblems(after, days),
    textProblem('because', because, MOST_LETTERS.text, 'Say why it is changed: the reason is kept with the review.'),
  ];
}

/**
 * Closes a review today, before its closing day is over: nothing is proposed after it, and a choice can be made. A later
 * closing day, by an edit, opens it again.
 * @throws Refused where it is not open; StaleEdit where somebody saved first
 */
export const closeReview = guarded(
  { name: 'consultation.close-review', module: 'consultation', act: 'write', place: placeOfReview },
  (platform: Platform, asked: { id: number; version: number; because: string }): Promise<Review> =>
    inTransaction(platform, async (trx) => {
      const { id, version } = asked;
      const by = { by: platform.actor, at: platform.now() };
      const on = todayInLondon(by.at);
      const because = asked.because.trim();
      const before = await lockedReview(trx, { id, version });
      const empty = 'Say why the review closes now: the reason is kept with it.';
      refuseIf([
        apartProblem(before, worksWithMadeUp(platform)),
        ...settledProblems(before, on),
        stateOf(before, on) === 'closed' ? CLOSED_ALREADY : null,
        textProblem('because', because, MOST_LETTERS.text, empty),
      ]);
      await saveClosed(trx, { id, version }, { ...by, because, on });
      const kept = await readKept(trx, id);
      await insertReviewRevision(trx, kept, because, by);
      await recordAudit(trx, {
        actor: by.by,
        action: 'consultation.close-review',
        subject: subjectOf(kept),
        reason: because,
      });
      return kept;
    }),
);

const CLOSED_ALREADY: Problem = {
  field: null,
  sentence: 'This review is closed already: choose among its proposals, or give it a later closing day.',
};

/**
 * Ends a review without a decision, and its public notices with it, for the same reason: readers are told both.
 * @throws Refused, also where a notice is approved or published and who acts may not withdraw it; StaleEdit where somebody
 * saved first
 */
export const abandonReview = guarded(
  { name: 'consultation.abandon-review', module: 'consultation', act: 'write', place: placeOfReview },
  (platform: Platform, asked: { id: number; version: number; because: string }): Promise<Review> =>
    inTransaction(platform, async (trx) => {
      const { id, version } = asked;
      const by = { by: platform.actor, at: platform.now() };
      const because = asked.because.trim();
      const before = await lockedReview(trx, { id, version });
      const empty = 'Say why the review ends without a decision: the reason is kept with it.';
      refuseIf([
        notTheirs(platform, before),
        ...settledProblems(before, todayInLondon(by.at)),
        textProblem('because', because, MOST_LETTERS.text, empty),
      ]);
      await withdrawNoticesOf({ ...platform, records: trx }, before, because);
      await saveAbandoned(trx, { id, version }, { ...by, because });
      const kept = await readKept(trx, id);
      await insertReviewRevision(trx, kept, because, by);
      await recordAudit(trx, {
        actor: by.by,
        action: 'consultation.abandon-review',
        subject: subjectOf(kept),
        reason: because,
      });
      return kept;
    }),
);

/** Why a review may not be changed any more; none where it may. */
function settledProblems(review: Review, today: string): Problem[] {
  const state = stateOf(review, today);
  const sentence = {
    open: null,
    closed: null,
    chosen: `A proposal was chosen, and plan ${review.choice?.plan} is on its way: withdraw the plan first, then change the review.`,
    decided: 'This review is decided, and stays as it is: open another one.',
    abandoned: 'This review was ended without a decision, and stays as it is: open another one.',
  }[state];
  return sentence === null ? [] : [{ field: null, sentence }];
}

/** The review as it is now, which nobody changes meanwhile. @throws StaleEdit where it is not the one that was seen */
async function lockedReview(trx: Records, { id, version }: { id: number; version: number }): Promise<Review> {
  await lockReview(trx, id);
  const found = await readKept(trx, id);
  if (found.version !== version) throw new StaleEdit(found, version);
  return found;
}

async function readKept(trx: Records, id: number): Promise<Review> {
  const found = await readReview(trx, id);
  if (found === null) throw new Refused([{ field: null, sentence: 'There is no such review that you may see.' }]);
  return found;
}

const subjectOf = ({ unit, number }: Review): string => `Review ${number} of ${unit}`;

/** Every review of a unit, the newest first; of all units for null. */
export const listReviews = guarded(
  { name: 'consultation.list-reviews', module: 'consultation', act: 'read' },
  (platform: Platform, unit: string | null): Promise<Review[]> =>
    inTransaction(platform, async (trx) => readReviews(trx, unit === null ? null : await requireUnit(trx, unit))),
);

/** A review by its key; null where there is none that may be seen. */
export const findReview = guarded(
  { name: 'consultation.find-review', module: 'consultation', act: 'read' },
  (platform: Platform, id: number): Promise<Review | null> => inTransaction(platform, (trx) => readReview(trx, id)),
);

/** Every version of a review, the first first. */
export const reviewHistory = guarded(
  { name: 'consultation.review-history', module: 'consultation', act: 'read' },
  (platform: Platform, id: number): Promise<ReviewRevision[]> =>
    inTransaction(platform, (trx) => readReviewRevisions(trx, id)),
);
