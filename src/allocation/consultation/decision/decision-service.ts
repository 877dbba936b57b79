import { type DemandParts, WrongUsage } from '../../../demand/index.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { Refused, refuseIf } from '../../../lib/refused.ts';
import { textProblem } from '../../../lib/text-problem.ts';
import { guarded, type Place, worksWithMadeUp } from '../../../platform/access/index.ts';
import { actingRole, recordAudit } from '../../../platform/audit/index.ts';
import { StaleEdit } from '../../../platform/concurrency/index.ts';
import type { Records } from '../../../platform/database/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contentHash } from '../../../platform/publication/index.ts';
import type { ProposedPlan } from '../../adopted-plan.ts';
import type { PlanOptions } from '../../model.ts';
import { plans } from '../../publication-service.ts';
import type { Stability, StabilityWithin } from '../../stability/model.ts';
import { planStability } from '../../stability/stability-service.ts';
import { compareProposals, solveWeights } from '../comparison/compare-proposals.ts';
import { heldNow, type RevisedNow, revisedNow } from '../comparison/figures-now-service.ts';
import { inTransaction } from '../in-transaction-service.ts';
import type { FiguresUsed, Review, WeightProposal } from '../model.ts';
import { MOST_LETTERS } from '../most-letters.ts';
import { apartProblem } from '../proposal/proposal-problems.ts';
import { readProposals } from '../proposal/proposal-store.ts';
import { lockReview, readReview, readUnitOfReview } from '../review/review-store.ts';
import { CHANGED_MEANWHILE, noPlanProblem, notChoosableProblem, notReadyProblem } from './choice-problems.ts';
import { insertChoice } from './choice-store.ts';
import { writeDecision } from './decision.ts';

/** What is asked of a choice. Fields of problems: proposal, reasons; null for what is about the review itself. */
export interface ChoiceAsked {
  /** Key of the review. */
  review: number;
  /** Of the review, as whoever chooses saw it. */
  version: number;
  /** Key of the proposal chosen. */
  proposal: number;
  reasons: string;
  /** Which figures the plan rests on; null for who was not told that any were revised. */
  figures: FiguresUsed | null;
  /** The revision that whoever chooses was shown (RevisedNow.hash); null for none. */
  seen: string | null;
}

/** What became of a choice. */
export type Chosen =
  /** The plan waits for a second person's approval. */
  | { kind: 'chosen'; plan: string }
  /** Figures were revised, or again, and it was not said which the plan is to rest on; nothing was changed. */
  | { kind: 'figures revised'; revised: RevisedNow };

/** A review with what was proposed in it, at one moment. */
interface Seen {
  review: Review;
  /** Those that stand, in the order in which they came. */
  proposals: WeightProposal[];
  chosen: WeightProposal;
}

async function placeOfReview(platform: Platform, { review }: ChoiceAsked): Promise<Place> {
  const unit = await inTransaction(platform, (trx) => readUnitOfReview(trx, review));
  return unit === null ? {} : { unit };
}

/**
 * Chooses a proposal of a closed review, and proposes the plan that comes of it with the decision: somebody else approves
 * both as one. Plan and stability are reckoned before the transaction, which nothing then waits for; nothing is written
 * unless all of it is.
 * @throws Refused where it cannot be chosen; StaleEdit where the review was changed since it was seen
 */
export const chooseProposal = guarded(
  { name: 'consultation.choose-proposal', module: 'consultation', act: 'approve', place: placeOfReview },
  async (platform: Platform, asked: ChoiceAsked): Promise<Chosen> => {
    const seen = await inTransaction(platform, (trx) => readSeen(platform, trx, asked));
    const { review, proposals } = seen;
    const held = await heldNow(platform.records, review);
    const revised = revisedNow(review, held, proposals);
    if (revised !== null && (asked.figures === null || asked.seen !== revised.hash))
      return { kind: 'figures revised', revised };
    // Where nothing was revised the figures are those it opened with, whatever was asked.
    const figures = revised === null ? 'as opened' : (asked.figures ?? 'as opened');
    const parts = figures === 'as opened' ? review.demand : held;
    const content = await contentOf(platform, seen, asked, { figures, parts, revised: revised?.sentence ?? null });
    const plan = await inTransaction(platform, (trx) => writeChoice(platform, trx, { asked, seen, content, figures }));
    return { kind: 'chosen', plan };
  },
);

/** The review and its proposals, if one may be chosen now. @throws Refused, StaleEdit */
async function readSeen(platform: Platform, trx: Records, asked: ChoiceAsked): Promise<Seen> {
  const review = await readReview(trx, asked.review);
  if (review === null) throw new Refused([{ field: null, sentence: 'There is no such review that you may see.' }]);
  if (review.version !== asked.version) throw new StaleEdit(review, asked.version);
  const all = await readProposals(trx, review.id);
  const chosen = all.find(({ id }) => id === asked.proposal) ?? null;
  refuseIf([
    apartProblem(review, worksWithMadeUp(platform)),
    notReadyProblem(review, todayInLondon(platform.now())),
    notChoosableProblem(chosen),
    textProblem(
      'reasons',
      asked.reasons,
      MOST_LETTERS.text,
      'Say why it is chosen: the reasons are published with the plan.',
    ),
  ]);
  if (chosen === null) throw new Error(`Proposal ${asked.proposal} was let through, and is not there.`);
  return { review, proposals: all.filter(({ withdrawn }) => withdrawn === null), chosen };
}

/** Which figures a plan rests on. */
interface Rests {
  figures: FiguresUsed;
  parts: DemandParts;
  revised: string | null;
}

/** The plan of the chosen proposal, with what it is asked for again with, and the decision. @throws Refused */
async function contentOf(
  platform: Platform,
  { review, proposals, chosen }: Seen,
  asked: ChoiceAsked,
  { figures, parts, revised }: Rests,
): Promise<ProposedPlan> {
  const { numbers, inForceFrom, unit } = review;
  const weights = {
    name: `${chosen.title}, review ${review.number}`,
    version: String(chosen.version),
    weights: chosen.weights,
  };
  // The plan is of the day on which it comes into force, on the months and the figures of the day of the review.
  const plan = solveWeights({ ...parts, asAt: inForceFrom }, numbers, chosen, weights);
  refuseIf([noPlanProblem(chosen, plan)]);
  if (plan.kind !== 'optimal') throw new Error('A proposal without a plan was let through.');
  const window = parts.window === null ? {} : { window: parts.window };
  const options: PlanOptions = { unit, asAt: inForceFrom, figuresAt: parts.asAt, ...numbers, weights, ...window };
  const decision = writeDecision({
    ...{ review, proposals, figures, revised },
    compared: compareProposals(parts, numbers, proposals),
    chosen: chosen.id,
    reasons: asked.reasons.trim(),
    on: todayInLondon(platform.now()),
    ...(await stabilityOfDecision(platform, review, parts, proposals)),
  });
  return { options, plan, decision };
}

async function stabilityOfDecision(
  platform: Platform,
  { numbers }: Review,
  parts: DemandParts,
  proposals: readonly WeightProposal[],
): Promise<{ stability: Stability; stabilityWithin: Stability | null }> {
  const reckon = async (within: StabilityWithin[] | null) => {
    const reckoned = await planStability(platform, { parts, numbers, within });
    if ('kind' in reckoned) throw new Error(`There is a plan, and no stability of it: ${reckoned.kind}.`);
    return reckoned;
  };
  const within = boundsOf(proposals, parts);
  try {
    const stability = await reckon(null);
    return { stability, stabilityWithin: within.length === 0 ? null : await reckon(within) };
  } catch (error) {
    // Bounds that could be met on the figures it opened with may be too tight without a part that went missing.
    if (!(error instanceof WrongUsage)) throw error;
    throw new Refused([{ field: null, sentence: error.message }]);
  }
}

/** The bounds of each party that gave some, of the components that have figures: no weight of another can be varied. */
function boundsOf(proposals: readonly WeightProposal[], { parts }: DemandParts): StabilityWithin[] {
  const held = new Set(parts.flatMap(({ kind, component }) => (kind === 'held' ? [component] : [])));
  return proposals.flatMap(({ title, bounds }) => {
    const kept = Object.entries(bounds ?? {}).filter(([component]) => held.has(component));
    return kept.length === 0 ? [] : [{ name: title, bounds: Object.fromEntries(kept) }];
  });
}

/** Writes choice and plan down, if the review and its proposals are still as they were reckoned with. @throws Refused, StaleEdit */
async function writeChoice(
  platform: Platform,
  trx: Records,
  { asked, seen, content, figures }: { asked: ChoiceAsked; seen: Seen; content: ProposedPlan; figures: FiguresUsed },
): Promise<string> {
  await lockReview(trx, asked.review);
  const now = await readSeen(platform, trx, asked);
  const versions = ({ proposals }: Seen) => proposals.map(({ id, version }) => `${id} ${version}`).join();
  if (versions(now) !== versions(seen)) throw new Refused([CHANGED_MEANWHILE]);
  const { unit, inForceFrom, number } = now.review;
  const within = { ...platform, records: trx };
  await plans.takeTurn(trx, unit);
  const place = { unit, borough: null, ward: null };
  const { id: plan } = await plans.draft(within, { key: unit, place, inForceFrom, content });
  await plans.propose(within, { id: plan });
  const chosen = { by: platform.actor, at: platform.now() };
  const reasons = asked.reasons.trim();
  await insertChoice(trx, { review: asked.review, proposal: asked.proposal, reasons, figures, plan, chosen });
  await recordAudit(trx, {
    actor: chosen.by,
    action: 'consultation.choose-proposal',
    subject: `${now.chosen.title}, in review ${number} of ${unit}`,
    module: 'consultation',
    role: actingRole(platform.principal, { module: 'consultation', act: 'approve', place: { unit } }),
    detail: { proposal: asked.proposal, plan, figures, plannedAs: contentHash(content.plan) },
    reason: reasons,
  });
  return plan;
}
