import { listAreas } from '../../../geography/service.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { type Problem, Refused, refuseIf } from '../../../lib/refused.ts';
import { textProblem } from '../../../lib/text-problem.ts';
import { guarded, type Place, worksWithMadeUp } from '../../../platform/access/index.ts';
import { recordAudit } from '../../../platform/audit/index.ts';
import { StaleEdit, tryWrite } from '../../../platform/concurrency/index.ts';
import type { Records } from '../../../platform/database/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { inTransaction } from '../in-transaction-service.ts';
import type { Elicited, Party, Review, WeightBounds, WeightProposal, WeightProposalRevision } from '../model.ts';
import { MOST_LETTERS } from '../most-letters.ts';
import { POLICE_DRAFT, partiesOf } from '../parties-of.ts';
import { placeOfParty } from '../place-of-party.ts';
import { readReview, readUnitOfReview } from '../review/review-store.ts';
import { boundsProblems } from './bounds-problems.ts';
import {
  apartProblem,
  CHOSEN_ALREADY,
  closedProblem,
  partyMeant,
  strangerProblem,
  withdrawalProblem,
} from './proposal-problems.ts';
import {
  insertProposal,
  insertProposalRevision,
  type ProposedContent,
  readProposal,
  readProposalRevisions,
  readProposals,
  readStanding,
  saveProposal,
  saveWithdrawn,
} from './proposal-store.ts';
import { weightsFromPoints } from './weights-from-points.ts';

/**
 * What a party proposes. Fields of problems: party, title, comment, weight-<component>, least-<component>,
 * most-<component>; null for what is about none.
 */
export interface ProposalAsked {
  /** Key of the review. */
  review: number;
  /** One of those that partiesFor names. */
  party: Party;
  /** For the police, what tells apart several of theirs; for others the party's own name is taken. */
  title: string;
  given: Elicited;
  bounds: WeightBounds | null;
  comment: string;
  publishComment: boolean;
  /** The version that its writer saw; null for the first. */
  version: number | null;
}

/** The parties that who acts may propose weights for in a review; none where they only look on. */
export const partiesFor = guarded(
  { name: 'consultation.parties-for', module: 'consultation', act: 'read' },
  (platform: Platform, review: number): Promise<Party[]> =>
    inTransaction(platform, async (trx) => {
      const found = await readReview(trx, review);
      return found === null ? [] : spokenFor(platform, trx, found);
    }),
);

async function spokenFor({ principal }: Platform, trx: Records, review: Review): Promise<Party[]> {
  const codes = new Set(review.demand.wards.map(({ code }) => code));
  const areas = await listAreas(trx, { version: review.demand.boundaryVersion });
  const wards = areas.filter(({ code }) => codes.has(code));
  return partiesOf(
    principal,
    review,
    wards.map(({ code, name, boroughCode }) => ({ code, name, boroughCode: boroughCode ?? '' })),
  );
}

async function placeOfAsked(platform: Platform, { review, party }: ProposalAsked): Promise<Place> {
  const unit = await inTransaction(platform, (trx) => readUnitOfReview(trx, review));
  // An organisation has its name in every unit, and a review that it may not see is in none.
  return placeOfParty(unit ?? '', party);
}

/**
 * Writes down what a party proposes: its first, or a change of the one that stands.
 * @throws Refused; StaleEdit with what is stored where somebody of the party saved first, or took it back
 */
export const proposeWeights = guarded(
  { name: 'consultation.propose-weights', module: 'consultation', act: 'write', place: placeOfAsked },
  (platform: Platform, asked: ProposalAsked): Promise<WeightProposal> =>
    inTransaction(platform, async (trx) => {
      const written = { by: platform.actor, at: platform.now() };
      const review = await reviewOf(trx, asked.review);
      const party = await speakFor(platform, trx, review, asked.party);
      refuseIf([apartProblem(review, worksWithMadeUp(platform)), closedProblem(review, todayInLondon(written.at))]);
      const title = party.kind === 'police' ? asked.title.trim() || POLICE_DRAFT : party.name;
      const content = { ...contentOf(review, asked, title), written };
      const key = await takenInTime(trx, review, written.at, () =>
        writeProposal(trx, { review, party, title }, content, asked.version),
      );
      const kept = await proposalOf(trx, key);
      await insertProposalRevision(trx, kept, written);
      await recordAudit(trx, {
        actor: written.by,
        action: 'consultation.propose-weights',
        subject: subjectOf(review, kept),
        detail: { proposal: kept.id, version: kept.version },
      });
      return kept;
    }),
);

/** What is written of a proposal, checked all at once. @throws Refused */
function contentOf(review: Review, asked: ProposalAsked, title: string): Omit<ProposedContent, 'written'> {
  const { bounds, publishComment, given } = asked;
  const comment = asked.comment.trim();
  const weighed = weightsFromPoints(given, review.demand);
  const weights = weighed.kind === 'weights' ? weighed.weights : null;
  const problems = [
    textProblem('title', title, MOST_LETTERS.title, null),
    textProblem('comment', comment, MOST_LETTERS.text, null),
    ...(weighed.kind === 'refused' ? weighed.problems : []),
    ...boundsProblems(bounds, review.demand.parts, weights),
  ];
  refuseIf(problems);
  return { given, weights: weights ?? {}, bounds, comment, publishComment };
}

/** @returns the proposal's key; @throws StaleEdit where what stands is not what its writer saw */
async function writeProposal(
  trx: Records,
  whose: { review: Review; party: Party; title: string },
  content: ProposedContent,
  version: number | null,
): Promise<number> {
  const { review, party, title } = whose;
  const at = { review: review.id, unit: review.unit, party, title };
  const standing = await readStanding(trx, at);
  if (standing !== null && version !== null) {
    await withStored(trx, standing.id, () => saveProposal(trx, { id: standing.id, version }, content));
    return standing.id;
  }
  // A first one that a colleague wrote already, or a change of one that was taken back meanwhile.
  if (standing !== null || version !== null) throw new StaleEdit(standing, version ?? 0);
  const attempt = await tryWrite(trx, 'one_standing_proposal', () => insertProposal(trx, at, content));
  if (attempt.kind === 'written') return attempt.result;
  throw new StaleEdit(await readStanding(trx, at), 0);
}

/** The records look at the clock and at choices again, whoever was faster. @throws Refused in the same sentences */
async function takenInTime<Result>(
  trx: Records,
  before: Review,
  at: Date,
  write: () => Promise<Result>,
): Promise<Result> {
  const attempt = await tryWrite(trx, 'taken_until_closing', () => tryWrite(trx, 'stands_once_chosen', write));
  if (attempt.kind === 'written' && attempt.result.kind === 'written') return attempt.result.result;
  const review = (await readReview(trx, before.id)) ?? before;
  const seen = closedProblem(review, todayInLondon(at));
  throw new Refused([seen ?? { field: null, sentence: CHOSEN_ALREADY }]);
}

async function placeOfProposal(platform: Platform, { id }: { id: number }): Promise<Place> {
  return inTransaction(platform, async (trx) => {
    const found = await readProposal(trx, id);
    return found === null ? {} : placeOfParty((await readUnitOfReview(trx, found.review)) ?? '', found.party);
  });
}

/** Takes a proposal back; it stays readable. @throws Refused; StaleEdit where somebody saved first */
export const withdrawWeights = guarded(
  { name: 'consultation.withdraw-weights', module: 'consultation', act: 'write', place: placeOfProposal },
  (platform: Platform, asked: { id: number; version: number; because: string }): Promise<WeightProposal> =>
    inTransaction(platform, async (trx) => {
      const { id, version } = asked;
      const by = { by: platform.actor, at: platform.now() };
      const because = asked.because.trim();
      const before = await proposalOf(trx, id);
      const review = await reviewOf(trx, before.review);
      await speakFor(platform, trx, review, before.party);
      if (before.version !== version) throw new StaleEdit(before, version);
      const empty = 'Say why it is taken back: the reason is kept with it.';
      refuseIf([
        apartProblem(review, worksWithMadeUp(platform)),
        withdrawalProblem(review, todayInLondon(by.at)),
        before.withdrawn === null ? null : { field: null, sentence: 'This proposal was taken back already.' },
        textProblem('because', because, MOST_LETTERS.text, empty),
      ]);
      await takenInTime(trx, review, by.at, () =>
        withStored(trx, id, () => saveWithdrawn(trx, { id, version }, { ...by, because })),
      );
      const kept = await proposalOf(trx, id);
      await insertProposalRevision(trx, kept, by);
      await recordAudit(trx, {
        actor: by.by,
        action: 'consultation.withdraw-weights',
        subject: subjectOf(review, kept),
        detail: { proposal: id },
        reason: because,
      });
      return kept;
    }),
);

/** Tells a writer who came too late what is stored now. @throws StaleEdit with the proposal */
async function withStored(trx: Records, id: number, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof StaleEdit)) throw error;
    throw new StaleEdit(await readProposal(trx, id), error.version);
  }
}

/** The party as it is written down. @throws Refused where who acts does not speak for it */
async function speakFor(platform: Platform, trx: Records, review: Review, asked: Party): Promise<Party> {
  const parties = await spokenFor(platform, trx, review);
  const party = partyMeant(parties, asked);
  if (party === null) throw new Refused([strangerProblem(asked, parties)]);
  return party;
}

const THERE_IS_NONE: Problem = { field: null, sentence: 'There is nothing of this number that you may see.' };

async function reviewOf(trx: Records, id: number): Promise<Review> {
  const found = await readReview(trx, id);
  if (found === null) throw new Refused([THERE_IS_NONE]);
  return found;
}

async function proposalOf(trx: Records, id: number): Promise<WeightProposal> {
  const found = await readProposal(trx, id);
  if (found === null) throw new Refused([THERE_IS_NONE]);
  return found;
}

const subjectOf = ({ number, unit }: Review, { title }: WeightProposal): string =>
  `${title} in review ${number} of ${unit}`;

/** Every proposal of a review that may be seen, withdrawn or not, in the order in which they came. */
export const listWeightProposals = guarded(
  { name: 'consultation.list-weight-proposals', module: 'consultation', act: 'read' },
  (platform: Platform, review: number): Promise<WeightProposal[]> =>
    inTransaction(platform, (trx) => readProposals(trx, review)),
);

/** A proposal by its key; null where there is none that may be seen. */
export const findWeightProposal = guarded(
  { name: 'consultation.find-weight-proposal', module: 'consultation', act: 'read' },
  (platform: Platform, id: number): Promise<WeightProposal | null> =>
    inTransaction(platform, (trx) => readProposal(trx, id)),
);

/** Every version of a proposal, the first first. */
export const weightProposalHistory = guarded(
  { name: 'consultation.weight-proposal-history', module: 'consultation', act: 'read' },
  (platform: Platform, id: number): Promise<WeightProposalRevision[]> =>
    inTransaction(platform, (trx) => readProposalRevisions(trx, id)),
);
