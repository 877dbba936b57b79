import { brokenLimits } from './broken-limits.ts';
import { checkQuestion } from './check-question.ts';
import { coupledStages } from './coupled-stages.ts';
import type { FullPlanAnswer, FullPlanLimits, FullPlanQuestion, PlanStage } from './full-plan.ts';
import { officersStage, overfull } from './officers-stage.ts';
import { allowedPairs, type Pair } from './pairs-model.ts';
import { settleTies } from './settle-ties.ts';
import { sharedStages } from './shared-stages.ts';
import { stageSolver } from './stage-solver.ts';

/** Parts of all the time by which the stages about sergeants end, where they do not depend on officers: they come first. */
const UNTIL = { largest: 0.35, sum: 0.5 };

/**
 * Plans officers and sergeants of wards together under every side rule, stage by stage, with HiGHS: see FullPlanQuestion.
 * Every answer is rounded and checked against every limit in whole numbers; objectives are reckoned from those numbers.
 * Equal questions have equal answers, unless the time limit comes first. Ties between wards alike in everything go by
 * their order; other ties fall as the solver finds them.
 * Blocks its thread and may overrun the limit: run it in a worker and end the worker.
 * @param start officers to begin with, such as the hand-out without side rules; changed where it breaks a limit
 * @returns planned, with the gap of every stage; infeasible, proven; or no answer in time
 * @throws InvalidArgument when the question does not hang together
 * @source Huangfu & Hall (2018), Parallelizing the dual revised simplex method, doi:10.1007/s12532-017-0130-5
 * @example
 * const none = { groups: [], moves: null, sergeants: null };
 * const question = { demand: [0.6, 0.4], floors: [1, 1], ceilings: [7, 7], officers: 5, ...none };
 * const answer = await solveFullPlan(question, { timeLimitSeconds: 10, gap: 0 });
 * // answer.kind: 'planned'; answer.officers: [3, 2]; answer.gap: 0
 */
export async function solveFullPlan(
  question: FullPlanQuestion,
  limits: FullPlanLimits,
  start?: readonly number[],
): Promise<FullPlanAnswer> {
  checkQuestion(question, limits);
  if (overfull(question)) return { kind: 'infeasible' };
  const solve = stageSolver(limits);
  const { demand, sergeants } = question;
  if (sergeants !== null && sergeants.span !== null) {
    const coupled = await coupledStages(question, sergeants, limits.gap, start, solve);
    return coupled.kind === 'planned' ? checked(question, coupled.officers, coupled.pairs, coupled.stages) : coupled;
  }
  const shared =
    sergeants === null
      ? null
      : await sharedStages(demand, allowedPairs(sergeants), sergeants, limits.gap, solve, UNTIL);
  if (shared?.kind === 'infeasible') return shared;
  const placed = await officersStage(question, start, solve, 1);
  if (placed.kind !== 'placed') return placed;
  if (shared?.kind === 'no answer in time') return shared;
  const stages = shared === null ? [placed.stage] : [placed.stage, shared.largest, shared.sum];
  return checked(question, settleTies(question, placed.officers), shared?.pairs ?? [], stages);
}

function checked(
  question: FullPlanQuestion,
  officers: number[],
  pairs: readonly Pair[],
  stages: PlanStage[],
): FullPlanAnswer {
  const broken = brokenLimits(question, officers, pairs);
  if (broken.length > 0) throw new Error(`The solver's answer breaks: ${broken.join(', ')}.`);
  const gap = Math.max(...stages.map((stage) => stage.gap));
  return { kind: 'planned', officers, pairs: pairs.map(([a, b]) => [a, b]), stages, gap };
}
