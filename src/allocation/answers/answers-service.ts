import { namedComponents, weighDemand } from '../../demand/index.ts';
import { demandParts, foundingWeights, requireUnit } from '../../demand/service.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AdoptedPlan } from '../adopted-plan.ts';
import { changesOf } from '../changes/change-list-service.ts';
import type { OptimalPlan } from '../model.ts';
import { planFromDemand } from '../plan-from-demand.ts';
import { PUT_FORWARD_FOR_EACH_WARD } from '../put-forward.ts';
import { findPlan, listPlans, planInForce } from '../service.ts';
import { stabilityOfPlan } from '../stability/stability-of-plan-service.ts';
import type { AnswerRecords, NextPlan, NoAnswer, SinceLastTime } from './model.ts';
import { sinceLastTime } from './since-last-time.ts';
import { standingOfPlan } from './standing-of-plan.ts';

/** Of which plan answers are asked. */
export interface AnswersAsked {
  /** null for the only one there is. */
  unit: string | null;
  /** Day to answer for, "2026-03-01". */
  asAt: string;
  /** Number of a published plan; null for the one in force on the day. */
  plan: string | null;
}

export type AnswersLoaded =
  | { kind: 'answered'; records: AnswerRecords }
  | { kind: 'unknown plan'; id: string }
  | NoAnswer;

/** A reader waits so long for what is being reckoned; the next finds it done. */
const WAIT_MILLISECONDS = 2_000;

/**
 * What answers are made of: the plan asked for or in force, else one put forward; how sure it is; what was decided; what
 * is new with it. How sure is read from the decision kept with a plan, else reckoned in a worker.
 * @param waitMilliseconds how long the reader waits for the worker
 * @throws WrongUsage naming the known units when there is no such unit
 */
export const loadAnswers = published(
  'allocation.load-answers',
  async (
    platform: Platform,
    asked: AnswersAsked,
    waitMilliseconds: number = WAIT_MILLISECONDS,
  ): Promise<AnswersLoaded> => {
    const { records } = platform;
    const unit = await requireUnit(records, asked.unit);
    const inForce = await planInForce(records, unit, asked.asAt);
    const adopted = asked.plan === null ? inForce : await findPlan(records, asked.plan);
    if (adopted === null && asked.plan !== null) return { kind: 'unknown plan', id: asked.plan };
    if (adopted === null) return putForward(platform, unit, asked.asAt, waitMilliseconds);
    const { plan, decision } = adopted;
    const stability = await stabilityOfPlan(platform, adopted, waitMilliseconds);
    return {
      kind: 'answered',
      records: {
        ...{ plan, stability, decision },
        change: await changeOf(platform, adopted),
        standing: standingOfPlan(adopted, asked.asAt, inForce?.id ?? null),
      },
    };
  },
);

/** The same for a page, with the unit as its masthead has it. */
export const loadAnswersPage = published(
  'allocation.load-answers-page',
  async (
    platform: Platform,
    asked: Omit<AnswersAsked, 'unit'>,
  ): Promise<{ unit: { name: string; boroughs: string[] }; loaded: AnswersLoaded }> => {
    const loaded = await loadAnswers(platform, { ...asked, unit: null });
    const name = await requireUnit(platform.records, null);
    const boroughs = await unitBoroughs(platform.records, name, asked.asAt);
    return { unit: { name, boroughs: boroughs.map((borough) => borough.name) }, loaded };
  },
);

/** The plan that will be in force on the first later day on which one is, of those published. */
async function nextPlan(records: Platform['records'], unit: string, on: string): Promise<NextPlan | null> {
  const days = (await listPlans(records, unit)).flatMap(({ inForceFrom, withdrawn }) =>
    withdrawn === null && inForceFrom > on ? [inForceFrom] : [],
  );
  for (const day of [...new Set(days)].toSorted()) {
    const found = await planInForce(records, unit, day);
    if (found !== null) return { id: found.id, from: found.inForceFrom };
  }
  return null;
}

type PutForward = { kind: 'plan'; plan: OptimalPlan; next: NextPlan | null } | NoAnswer;

/** The plan that is put forward where none is in force: so many officers a ward on average, by the weights Wardroom ships. */
export const planPutForward = published(
  'allocation.plan-put-forward',
  async ({ records }: Platform, unit: string, on: string): Promise<PutForward> => {
    const next = await nextPlan(records, unit, on);
    const weights = await foundingWeights();
    const parts = await demandParts(records, { unit, asAt: on, components: namedComponents(weights) });
    const index = weighDemand(parts, weights);
    if (index.kind === 'no demand')
      return { kind: 'no demand', unit, on, reasons: index.missing.map(({ reason }) => reason), next };
    const { dwo, pcso } = PUT_FORWARD_FOR_EACH_WARD;
    const plan = planFromDemand(index, { dwo: dwo * index.wards.length, pcso: pcso * index.wards.length });
    return plan.kind === 'infeasible' ? { kind: 'infeasible', plan, on, next } : { kind: 'plan', plan, next };
  },
);

async function putForward(platform: Platform, unit: string, on: string, wait: number): Promise<AnswersLoaded> {
  const found = await planPutForward(platform, unit, on);
  if (found.kind !== 'plan') return found;
  const { plan, next } = found;
  const stability = await stabilityOfPlan(platform, { plan, decision: null }, wait);
  const standing = { kind: 'put forward', on, forEachWard: PUT_FORWARD_FOR_EACH_WARD, next } as const;
  return { kind: 'answered', records: { plan, stability, decision: null, change: null, standing } };
}

/** What answers are made of for a plan that is only tried. @param waitMilliseconds how long to wait for the worker */
export const loadAnswersOfTried = published(
  'allocation.load-answers-of-tried',
  async (platform: Platform, plan: OptimalPlan, waitMilliseconds: number): Promise<AnswerRecords> => ({
    ...{ plan, decision: null, change: null, standing: { kind: 'tried' } },
    stability: await stabilityOfPlan(platform, { plan, decision: null }, waitMilliseconds),
  }),
);

/** What a published plan changed; null where nothing is told of it. */
async function changeOf(platform: Platform, adopted: AdoptedPlan): Promise<SinceLastTime | null> {
  const list = await changesOf(platform, adopted.id);
  if (list === null) return null;
  const earlier = (await listPlans(platform.records, adopted.unit)).filter(
    ({ boundaryVersion, sequence }) => boundaryVersion === adopted.boundaryVersion && sequence < adopted.sequence,
  );
  return sinceLastTime(list, earlier.length === 0);
}
