import { z } from 'zod';
import { WrongUsage } from '../demand/index.ts';
import { MemoryLimitReached, runInWorker, TimeLimitReached } from '../platform/workers/index.ts';
import { type Draft, sideLimits, unsettled } from './decide-full-plan.ts';
import type { Decision, FullPlanTask } from './plan-fully.ts';
import { PLAN_STAGES } from './review.ts';
import { sideRulesInForce } from './terms-of.ts';

const decided = {
  kind: z.literal('decided'),
  officers: z.array(z.number()),
  pairs: z.array(z.tuple([z.number(), z.number()])),
  gap: z.number(),
};
const noAnswer = z.object({ kind: z.literal('no answer in time') });
const stage = z.object({
  name: z.enum(PLAN_STAGES),
  status: z.enum(['optimal', 'time limit']),
  gap: z.number(),
  objective: z.number(),
});

const draftShape = z.discriminatedUnion('kind', [
  z.object({ ...decided, stages: z.array(stage) }),
  z.object({ kind: z.literal('infeasible') }),
  noAnswer,
]) satisfies z.ZodType<Draft>;

const decisionShape = z.discriminatedUnion('kind', [
  z.object({
    ...decided,
    binding: z.array(
      z.object({
        rule: z.string(),
        of: z.enum(PLAN_STAGES),
        cost: z.number(),
        without: z.number(),
        sentence: z.string(),
        wards: z.array(z.object({ code: z.string(), dwo: z.number() })),
      }),
    ),
    remarks: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('infeasible'),
    because: z.array(z.object({ rule: z.string(), sentence: z.string() })),
  }),
  noAnswer,
]) satisfies z.ZodType<Decision>;

const WORKER = new URL('./decide-full-plan.ts', import.meta.url);
/** Loading the solver comes on top, and it may overrun its own limits. */
const LOADING_SECONDS = 15;
/** Of a hard limit, what a second worker's start and last overrun may take: its questions end sooner by so much. */
const ROOM_SECONDS = 1.5;

/** Calls a function of the worker's module; only the very limits are another's to change, for tests. */
export type CallSolver = (name: string, args: unknown[], timeLimitSeconds: number) => Promise<unknown>;

const callWorker: CallSolver = (name, args, timeLimitSeconds) =>
  runInWorker(WORKER, name, args, { timeLimitMilliseconds: timeLimitSeconds * 1000 });

/**
 * Has a worker decide a plan, and another what its side rules cost. Each is ended when its time is up, whatever it is
 * doing: a plan that was found stands, and says which rules were not asked about.
 * @param hardLimitSeconds the most that both may take together, loading included; null for what their limits add up to
 * @throws WrongUsage when the plan itself needs more memory than a worker may have
 */
export function decideInWorker(
  timeLimitSeconds: number,
  hardLimitSeconds: number | null = null,
  call: CallSolver = callWorker,
  now: () => number = () => performance.now(),
): (task: FullPlanTask) => Promise<Decision> {
  return async (task) => {
    const began = now();
    const draft = await drafted(task, timeLimitSeconds, hardLimitSeconds ?? timeLimitSeconds + LOADING_SECONDS, call);
    const nothingToAsk = draft.kind === 'decided' && sideRulesInForce(task.terms).length === 0;
    if (draft.kind === 'no answer in time' || nothingToAsk) return unsettled(task, draft);
    const limits = sideLimits(task, timeLimitSeconds);
    const left =
      hardLimitSeconds === null ? limits.allSeconds + LOADING_SECONDS : hardLimitSeconds - (now() - began) / 1000;
    const allSeconds = Math.min(limits.allSeconds, left - ROOM_SECONDS);
    if (allSeconds <= 0) return unsettled(task, draft);
    try {
      return decisionShape.parse(await call('settleDraft', [task, draft, { ...limits, allSeconds }], left));
    } catch (error) {
      if (error instanceof TimeLimitReached || error instanceof MemoryLimitReached) return unsettled(task, draft);
      throw error;
    }
  };
}

async function drafted(
  task: FullPlanTask,
  timeLimitSeconds: number,
  hardLimitSeconds: number,
  call: CallSolver,
): Promise<Draft> {
  try {
    return draftShape.parse(await call('draftPlan', [task, timeLimitSeconds], hardLimitSeconds));
  } catch (error) {
    if (error instanceof TimeLimitReached) return { kind: 'no answer in time' };
    if (!(error instanceof MemoryLimitReached)) throw error;
    throw new WrongUsage(
      'The solver needed more memory than it may have: plan for fewer wards at once, or leave some side rules out.',
    );
  }
}
