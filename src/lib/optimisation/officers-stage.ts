import { brokenLimits } from './broken-limits.ts';
import type { FullPlanQuestion, PlanStage } from './full-plan.ts';
import { gapBetween } from './gap-between.ts';
import type { Solution } from './linear-model.ts';
import { officersModel, officersStart, readOfficers } from './officers-model.ts';
import { repairStart } from './repair-start.ts';
import type { StageSolver } from './stage-solver.ts';

/** Officers of each ward, and how the stage ended. */
export interface OfficersPlan {
  kind: 'placed';
  officers: number[];
  stage: PlanStage;
}

export type OfficersAnswer = OfficersPlan | { kind: 'infeasible' } | { kind: 'no answer in time' };

/**
 * The first stage alone: officers of every ward with least Σ d²/x, whoever shares a sergeant.
 * @param start officers to begin with, such as the hand-out without side rules; changed where limits are broken
 */
export async function officersStage(
  question: FullPlanQuestion,
  start: readonly number[] | undefined,
  solve: StageSolver,
  until: number,
): Promise<OfficersAnswer> {
  if (overfull(question)) return { kind: 'infeasible' };
  const written = officersModel(question);
  const begin = beginning(question, start);
  const asked = begin === null ? {} : { start: officersStart(question.floors, written.wards, begin) };
  const solution = await solve(written.model, until, asked);
  if (solution.status === 'infeasible') return { kind: 'infeasible' };
  const officers = solution.objective === null ? begin : readOfficers(question.floors, written.wards, solution.columns);
  if (officers === null) return { kind: 'no answer in time' };
  return { kind: 'placed', officers, stage: endOfOfficers(question, written.scale, solution, officers) };
}

/** More officers are needed for the floors than there are, or a floor is above its ceiling. */
export const overfull = ({ floors, ceilings, officers }: FullPlanQuestion): boolean =>
  floors.some((floor, ward) => floor > (ceilings[ward] ?? floor)) ||
  floors.reduce((sum, floor) => sum + floor, 0) > officers;

/** The officers given to begin with, changed where they break a limit; null where no such change is found. */
export function beginning(question: FullPlanQuestion, start: readonly number[] | undefined): number[] | null {
  const keeps = (officers: readonly number[]) => brokenLimits(question, officers, null).length === 0;
  if (start !== undefined && keeps(start)) return [...start];
  const repaired = repairStart(question);
  return repaired !== null && keeps(repaired) ? repaired : null;
}

/** How the stage ended, reckoned from the whole officers. Without a bound from the solver Cauchy and Schwarz give one. */
export function endOfOfficers(
  { demand, officers: placed }: FullPlanQuestion,
  scale: number,
  { status, bound }: Solution,
  officers: readonly number[],
): PlanStage {
  const objective = demandOverOfficers(demand, officers);
  const sure = demand.reduce((sum, share) => sum + share, 0) ** 2 / placed;
  const proven = bound === null ? sure : Math.max(sure, bound / scale);
  return {
    name: 'officers',
    status: status === 'optimal' ? 'optimal' : 'time limit',
    gap: gapBetween(objective, proven),
    objective,
  };
}

/** Σ d²/x. */
export const demandOverOfficers = (demand: readonly number[], officers: readonly number[]): number =>
  demand.reduce((sum, share, ward) => sum + share ** 2 / (officers[ward] ?? Number.NaN), 0);
