import { handOutModel } from './hand-out-model.ts';
import type { SolveStatus } from './linear-model.ts';
import { solveModel } from './solve-model.ts';

export interface SolvedHandOut {
  status: SolveStatus;
  gap: number | null;
  /** Officers per ward; empty when there is no answer. */
  officers: number[];
}

/**
 * Solves the hand-out a second way, as a mixed-integer model; see handOutModel for the arguments.
 * It checks the hand-out of lib/apportionment and shares no code with it.
 * @param timeLimitSeconds the solver's own limit, above 0
 */
export async function solveHandOut(
  demand: readonly number[],
  floors: readonly number[],
  ceilings: readonly number[],
  officers: number,
  timeLimitSeconds: number,
): Promise<SolvedHandOut> {
  const { model, wards } = handOutModel(demand, floors, ceilings, officers);
  if (model.columns.length === 0) {
    const placed = floors.reduce((sum, floor) => sum + floor, 0) === officers;
    return placed
      ? { status: 'optimal', gap: 0, officers: [...floors] }
      : { status: 'infeasible', gap: null, officers: [] };
  }
  const { status, gap, columns } = await solveModel(model, timeLimitSeconds);
  if (columns.length === 0) return { status, gap, officers: [] };
  const numbers = [...floors];
  columns.forEach((value, column) => {
    const ward = wards[column] ?? 0;
    numbers[ward] = (numbers[ward] ?? 0) + Math.round(value);
  });
  return { status, gap, officers: numbers };
}
