import { z } from 'zod';
import { runInWorker, TimeLimitReached } from '../platform/workers/index.ts';
import { PART_FOR_SIDE_QUESTIONS } from './decide-full-plan.ts';
import type { Decision, FullPlanTask } from './plan-fully.ts';
import { sideRulesInForce } from './terms-of.ts';

const decision = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('decided'),
    officers: z.array(z.number()),
    pairs: z.array(z.tuple([z.number(), z.number()])),
    gap: z.number(),
    binding: z.array(
      z.object({
        rule: z.string(),
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
  z.object({ kind: z.literal('no answer in time') }),
]) satisfies z.ZodType<Decision>;

const WORKER = new URL('./decide-full-plan.ts', import.meta.url);
/** Loading the solver comes on top, and it may overrun its own limits. */
const LOADING_MILLISECONDS = 15_000;

/**
 * Has a worker decide a plan, which is ended when all its time is up, whatever it is doing.
 * @param hardLimitSeconds the most that all its questions may take together, loading included; null for what they add up to
 */
export function decideInWorker(
  timeLimitSeconds: number,
  hardLimitSeconds: number | null = null,
): (task: FullPlanTask) => Promise<Decision> {
  return async (task) => {
    const questions = 1 + PART_FOR_SIDE_QUESTIONS * sideRulesInForce(task.terms).length;
    const timeLimitMilliseconds =
      hardLimitSeconds === null ? timeLimitSeconds * 1000 * questions + LOADING_MILLISECONDS : hardLimitSeconds * 1000;
    try {
      return decision.parse(
        await runInWorker(WORKER, 'decideFullPlan', [task, timeLimitSeconds], { timeLimitMilliseconds }),
      );
    } catch (error) {
      if (error instanceof TimeLimitReached) return { kind: 'no answer in time' };
      throw error;
    }
  };
}
