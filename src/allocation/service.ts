import { z } from 'zod';
import type { NoDemand } from '../demand/index.ts';
import { demandIndex, requireUnit } from '../demand/service.ts';
import { guarded, may, type Place, published } from '../platform/access/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { contentHash, type Described, type PublicationItem } from '../platform/publication/index.ts';
import { runInWorker } from '../platform/workers/index.ts';
import type { AdoptedPlan } from './adopted-plan.ts';
import { asksForMore, TIME_LIMIT_SECONDS } from './asks-for-more.ts';
import { checkProof, proofQuestion, type Verdict } from './check-proof.ts';
import { choosePlanBefore } from './choose-plan-before.ts';
import { describePlanChange } from './describe-plan-change.ts';
import type { InfeasiblePlan, OptimalPlan, Plan, PlanOptions, Post } from './model.ts';
import { forReaders } from './plan-for-readers.ts';
import { planFromDemand } from './plan-from-demand.ts';
import { type OutOfTime, planFully } from './plan-fully.ts';
import { planKind, plans } from './publication-service.ts';
import { findPlan, listPlans, planInForce } from './published-plans-service.ts';
import { readReview, readRules } from './review-service.ts';
import { POSTS } from './rule.ts';
import { decideInWorker } from './solver-service.ts';

/**
 * Plans a unit's officers from the figures held. No plan is an answer: infeasible names the rules, no demand the parts.
 * @throws WrongUsage naming the known units when there is no such unit
 */
export const planAllocation = published(
  'allocation.plan',
  async (records: Records, options: PlanOptions): Promise<Plan | NoDemand> => {
    const { unit, asAt, figuresAt, weights, window, ...numbers } = options;
    const demand = await demandIndex(records, { unit, asAt, figuresAt, weights, window });
    return demand.kind === 'index' ? planFromDemand(demand, numbers) : demand;
  },
);

/** A plan under side rules or with sergeants, or why there is none. */
export type PlannedWithRules = Plan | NoDemand | OutOfTime;

/**
 * Plans a unit's officers, and its sergeants, under every rule that is asked for. It may ask a solver for seconds on end
 * and read the post book, so that it is for people who may read plans and for the command line; visitors ask
 * planAllocation, which needs neither.
 * @param hardLimitSeconds after which the solver is ended, for a reader who waits; null for what its limits add up to
 * @throws WrongUsage for an unknown unit, or a mistake in the rules
 */
export const planWithRules = guarded(
  { name: 'allocation.plan-with-rules', module: 'allocation', act: 'read' },
  async (
    platform: Platform,
    options: PlanOptions,
    hardLimitSeconds: number | null = null,
  ): Promise<PlannedWithRules> => {
    const { records } = platform;
    const { unit, asAt, figuresAt, weights, window, rules, sergeants, timeLimitSeconds, ...numbers } = options;
    const demand = await demandIndex(records, { unit, asAt, figuresAt, weights, window });
    if (demand.kind !== 'index') return demand;
    const inForce = async () => (await planInForce(records, demand.unit, asAt))?.plan ?? null;
    const side = await readReview(platform, demand, options, inForce);
    return planFully(demand, numbers, side, decideInWorker(timeLimitSeconds ?? TIME_LIMIT_SECONDS, hardLimitSeconds));
  },
);

/** What became of a wish to have a plan adopted. */
export type Adoption =
  /** It waits for somebody else to approve it; `already`: it did before. */
  | { kind: 'proposed'; id: string; plan: OptimalPlan; already: boolean }
  /** It was approved and published at once, by its author alone. */
  | { kind: 'published'; plan: AdoptedPlan }
  /** The very same plan is in force from that day: nothing was changed. */
  | { kind: 'in force already'; plan: AdoptedPlan }
  /** The plan is not the one its reader saw: nothing was changed. */
  | { kind: 'changed' }
  | { kind: 'refused'; plan: InfeasiblePlan | NoDemand | OutOfTime };

/** What is asked when a plan is proposed; `seen`: the hash of the plan its reader saw, who proposes no other. */
type Asked = PlanOptions & { seen?: string | undefined };

const atUnit = async ({ records }: Platform, { unit }: PlanOptions): Promise<Place> => ({
  unit: await requireUnit(records, unit),
});

/** Plans anew and proposes the plan for its date; somebody else approves and publishes it. */
export const proposePlan = guarded(
  { name: 'allocation.propose-plan', module: 'allocation', act: 'write', place: atUnit },
  async (platform: Platform, asked: Asked): Promise<Adoption> => {
    const solved = await solvedFirst(platform, asked);
    return platform.records.transaction().execute((trx) => propose({ ...platform, records: trx }, asked, solved));
  },
);

/** Proposes a plan and, only where its author may approve it alone, approves and publishes it at once. */
export const adoptPlan = guarded(
  { name: 'allocation.adopt-plan', module: 'allocation', act: 'write', place: atUnit },
  async (platform: Platform, asked: Asked): Promise<Adoption> => {
    const solved = await solvedFirst(platform, asked);
    return platform.records.transaction().execute(async (trx) => {
      const within = { ...platform, records: trx };
      const proposed = await propose(within, asked, solved);
      return proposed.kind === 'proposed' ? publishIfAlone(within, proposed) : proposed;
    });
  },
);

/** A plan that may take the solver seconds is made before the transaction, which nothing then waits for; null for any other. */
async function solvedFirst(platform: Platform, { seen: _seen, ...options }: Asked): Promise<PlannedWithRules | null> {
  return asksForMore(options) ? planWithRules(platform, options) : null;
}

async function propose(
  platform: Platform,
  { seen, ...options }: Asked,
  solved: PlannedWithRules | null,
): Promise<Adoption> {
  const { records } = platform;
  const plan = solved ?? (await planAllocation(records, options));
  if (plan.kind !== 'optimal') return { kind: 'refused', plan };
  if (seen !== undefined && seen !== contentHash(plan)) return { kind: 'changed' };
  const { unit, asAt: inForceFrom } = plan;
  await plans.takeTurn(records, unit);
  const inForce = await planInForce(records, unit, inForceFrom);
  if (inForce?.inForceFrom === inForceFrom && contentHash(inForce.plan) === contentHash(forReaders(plan)))
    return { kind: 'in force already', plan: inForce };
  const content = { options, plan };
  const same = (await plans.list(platform, unit)).find(
    ({ state, contentHash: hash }) => WAITING.has(state) && hash === contentHash({ inForceFrom, content }),
  );
  if (same !== undefined) return { kind: 'proposed', id: same.id, plan, already: true };
  const place = { unit, borough: null, ward: null };
  const { id } = await plans.draft(platform, { key: unit, place, inForceFrom, content });
  await plans.propose(platform, { id });
  return { kind: 'proposed', id, plan, already: false };
}

const WAITING = new Set<PublicationItem['state']>(['proposed', 'approved']);

async function publishIfAlone(platform: Platform, proposed: Adoption & { kind: 'proposed' }): Promise<Adoption> {
  const { id } = proposed;
  const place = { unit: proposed.plan.unit };
  if (!may(platform.principal, { module: 'allocation', act: 'approve', place })) return proposed;
  const preview = await plans.preview(platform, { id });
  if (preview?.item.state !== 'proposed' || preview.mayApprove.kind !== 'alone') return proposed;
  await plans.approve(platform, { id, contentHash: preview.approvalHash });
  await plans.publish(platform, { id });
  const published = await findPlan(platform.records, id);
  if (published === null) throw new Error(`Plan ${id} was published, and is not there.`);
  return { kind: 'published', plan: published };
}

/** What a published plan changed for its readers, or what it changes once its day comes. */
export interface PublishedChange {
  /** nothing: it changes nothing, and never did. */
  kind: 'past' | 'coming' | 'nothing';
  described: Described;
}

/** What a plan that was published, withdrawn since or not, changed when it came into force; null for any other. */
export const changeOfPublishedPlan = guarded(
  { name: 'allocation.change-of-published-plan', module: 'allocation', act: 'read' },
  ({ records, now }: Platform, id: string): Promise<PublishedChange | null> =>
    records.transaction().execute(async (trx) => {
      const found = await findPlan(trx, id);
      if (found === null) return null;
      const { plan, decision: _decision, ...listed } = found;
      const chosen = choosePlanBefore(await listPlans(trx, listed.unit), listed, now());
      if (chosen.kind === 'nothing')
        return { kind: 'nothing', described: { sentences: [chosen.because], table: null } };
      const before = chosen.before === null ? null : await findPlan(trx, chosen.before.id);
      const tense = chosen.kind === 'past' && chosen.first ? 'first' : chosen.kind;
      return { kind: chosen.kind, described: describePlanChange(before?.plan ?? null, plan, tense) };
    }),
);

/** Every plan of a unit that was ever drafted, in whatever state, the newest first. */
export const listProposals = guarded(
  { name: 'allocation.list-proposals', module: 'allocation', act: 'read' },
  async (platform: Platform, unit: string | null): Promise<PublicationItem[]> =>
    plans.list(platform, await requireUnit(platform.records, unit)),
);

export { changesOf } from './changes/change-list-service.ts';
export { listAnnouncedReviews } from './consultation/notice/announce-service.ts';
export { reviewNoticeKind } from './consultation/notice/notice-publication-service.ts';
export { listWeightProposals, partiesFor } from './consultation/proposal/proposal-service.ts';
export { layMadeUpReview } from './consultation/review/made-up-review-service.ts';
export { abandonReview, listReviews } from './consultation/review/review-service.ts';
export { findProposal, previewPlan } from './proposed-plans-service.ts';
export { stabilityOfPlan } from './stability/stability-of-plan-service.ts';
export { findPlan, listPlans, planInForce, planKind, readRules };

/** What is left out of a plan for readers, in one sentence. */
export const PLAN_DISCLOSURE = planKind.disclosure.because;

export const { approve: approvePlan, publish: publishPlan, withdraw: withdrawPlan, takeBack: takeBackPlan } = plans;

const solved = z.object({ status: z.string(), gap: z.number().nullable(), officers: z.array(z.number()) });
const SOLVER = new URL('../lib/optimisation/index.ts', import.meta.url);
const SOLVER_SECONDS = 60;
/** Loading the solver comes on top, and it may overrun its own limit. */
const WORKER_MILLISECONDS = (SOLVER_SECONDS + 15) * 1000;

type Proof = Record<Post, Verdict | null>;

/** Solves both hand-outs of a plan a second way, with HiGHS in a worker; null where it cannot be asked. */
export const provePlan = published('allocation.prove-plan', async (plan: OptimalPlan): Promise<Proof> => {
  const verdicts: Proof = { dwo: null, pcso: null };
  for (const post of POSTS) {
    const question = proofQuestion(plan, post);
    if (question === null) continue;
    const { demand, floors, ceilings, officers } = question;
    const answer = await runInWorker(SOLVER, 'solveHandOut', [demand, floors, ceilings, officers, SOLVER_SECONDS], {
      timeLimitMilliseconds: WORKER_MILLISECONDS,
    });
    verdicts[post] = checkProof(plan, post, question, solved.parse(answer));
  }
  return verdicts;
});
