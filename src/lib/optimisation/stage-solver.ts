import type { FullPlanLimits } from './full-plan.ts';
import type { LinearModel, Solution, SolveOptions } from './linear-model.ts';
import { solveModel } from './solve-model.ts';

/** Solves a model of one stage; until: the part of all the time that may be spent by its end. */
export type StageSolver = (model: LinearModel, until: number, options?: SolveOptions) => Promise<Solution>;

const NOTHING = { gap: null, objective: null, bound: null, columns: [], seconds: 0 };

/** Shortest time worth starting the solver for. */
const LEAST_SECONDS = 0.01;

/**
 * A solver that counts what it has spent of the limit over all models given to it, on the solver's own clock.
 * A model whose limits contradict each other, or that has no columns left, is an answer here and not a mistake. Where
 * the solver cannot tell unbounded from infeasible, columns that are all bounded tell it: only infeasible is left.
 */
export function stageSolver({ timeLimitSeconds, gap }: FullPlanLimits): StageSolver {
  let spent = 0;
  return async (model, until, options = {}) => {
    const free = model.columns.length === 0;
    if (model.rows.some(({ lower, upper }) => lower > upper)) return { status: 'infeasible', ...NOTHING };
    if (free && model.rows.some(({ lower, upper }) => lower > 0 || upper < 0))
      return { status: 'infeasible', ...NOTHING };
    const offset = model.offset ?? 0;
    if (free) return { status: 'optimal', ...NOTHING, gap: 0, objective: offset, bound: offset };
    const left = timeLimitSeconds * until - spent;
    if (left < LEAST_SECONDS) return { status: 'time limit', ...NOTHING };
    const solution = await solveModel(model, left, { gap, ...options });
    spent += solution.seconds;
    const bounded = model.columns.every(({ lower, upper }) => Number.isFinite(lower) && Number.isFinite(upper));
    return solution.status === 'unbounded' && bounded ? { ...solution, status: 'infeasible' } : solution;
  };
}
