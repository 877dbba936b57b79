import { z } from 'zod';
import type { NoDemand } from '../demand/index.ts';
import { demandIndex, requireUnit } from '../demand/service.ts';
import { wardSetAsAt } from '../geography/index.ts';
import { realFiguresHeld } from '../measures/service.ts';
import { recordAudit } from '../platform/audit/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { runInWorker } from '../platform/workers/index.ts';
import { checkProof, proofQuestion, type Verdict } from './check-proof.ts';
import type { AdoptedPlan, InfeasiblePlan, OptimalPlan, Plan, PlanOptions, Post } from './model.ts';
import { planFromDemand } from './plan-from-demand.ts';
import { POSTS } from './rule.ts';
import { insertPlan, readPlanInForce, readPlans } from './store.ts';

/**
 * Plans a unit's officers from the figures held. No plan is an answer: infeasible names the rules, no demand the parts.
 * @throws WrongUsage naming the known units when there is no such unit
 */
export async function planAllocation(records: Records, options: PlanOptions): Promise<Plan | NoDemand> {
  const { unit, asAt, weights, window, ...numbers } = options;
  const demand = await demandIndex(records, { unit, asAt, weights, window });
  return demand.kind === 'index' ? planFromDemand(demand, numbers) : demand;
}

/** What became of a wish to adopt a plan. */
export type Adoption = { kind: 'adopted'; adopted: AdoptedPlan } | { kind: 'refused'; plan: InfeasiblePlan | NoDemand };

/** Plans anew and puts the plan in force from its date, in one transaction with its audit. Without a plan nothing changes. */
export async function adoptPlan(platform: Platform, options: PlanOptions): Promise<Adoption> {
  return platform.records.transaction().execute(async (trx): Promise<Adoption> => {
    const plan = await planAllocation(trx, options);
    if (plan.kind !== 'optimal') return { kind: 'refused', plan };
    const { actor: adoptedBy } = platform;
    const adoptedAt = platform.now();
    const id = await insertPlan(trx, { plan, options, adoptedAt, adoptedBy });
    const { unit, asAt: inForceFrom, officers, weights, synthetic } = plan;
    await recordAudit(trx, {
      actor: adoptedBy,
      action: 'allocation.adopt-plan',
      subject: `${unit}, plan ${id}`,
      detail: { inForceFrom, officers: { ...officers }, weights: `${weights.name} ${weights.version}`, synthetic },
    });
    return { kind: 'adopted', adopted: { id, unit, inForceFrom, adoptedAt, adoptedBy, synthetic, plan } };
  });
}

/**
 * The plan in force in a unit on a date, for the wards of that date; null when there is none. A plan made from
 * demonstration figures counts only while no real figures are held and no real plan is in force.
 * @param unit null for the only one there is
 * @throws WrongUsage naming the known units when there is no such unit
 */
export async function planInForce(records: Records, unit: string | null, asAt: string): Promise<AdoptedPlan | null> {
  return readPlanInForce(records, {
    unit: await requireUnit(records, unit),
    asAt,
    boundaryVersion: wardSetAsAt(asAt).version,
    withSynthetic: !(await realFiguresHeld(records)),
  });
}

/** Every plan adopted for a unit, the latest adopted first. */
export async function listPlans(records: Records, unit: string | null): Promise<AdoptedPlan[]> {
  return readPlans(records, await requireUnit(records, unit));
}

const solved = z.object({ status: z.string(), gap: z.number().nullable(), officers: z.array(z.number()) });
const SOLVER = new URL('../lib/optimisation/index.ts', import.meta.url);
const SOLVER_SECONDS = 60;
/** Loading the solver comes on top, and it may overrun its own limit. */
const WORKER_MILLISECONDS = (SOLVER_SECONDS + 15) * 1000;

/** Solves both hand-outs of a plan a second way, with HiGHS in a worker; null where it cannot be asked. */
export async function provePlan(plan: OptimalPlan): Promise<Record<Post, Verdict | null>> {
  const verdicts: Record<Post, Verdict | null> = { dwo: null, pcso: null };
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
}
