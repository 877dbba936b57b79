import type { Highs, Model, ModelData } from 'highs';
import * as highsModule from 'highs';
import { InvalidArgument } from '../invalid-argument.ts';
import type { LinearModel, Solution, SolveOptions, SolveStatus } from './linear-model.ts';

/** The package's types describe its CommonJS build; the ES build that is loaded has the loader as its default. */
const loadHighs = highsModule.default as unknown as () => Promise<Highs>;

let loaded: Promise<Highs> | undefined;

/**
 * Solves a linear or mixed-integer model with HiGHS. Without a gap in the options "optimal" means proven within the solver's
 * tolerances (about 1e-7 absolute): scale the costs so that differences that matter are well above that.
 * Blocks its thread and may overrun the limit: run it in a worker and end the worker.
 * @param timeLimitSeconds the solver's own limit, above 0
 * @throws InvalidArgument when an entry names a column that does not exist or a number is not one
 * @source Huangfu & Hall (2018), doi:10.1007/s12532-017-0130-5
 */
export async function solveModel(
  model: LinearModel,
  timeLimitSeconds: number,
  options: SolveOptions = {},
): Promise<Solution> {
  checkModel(model);
  if (!(timeLimitSeconds > 0)) throw new InvalidArgument('The time limit must be above 0 seconds.');
  if (model.columns.length === 0) return { status: 'empty', ...NOTHING, seconds: 0 };
  loaded ??= loadHighs();
  const highs = await loaded;
  try {
    return highs.withModel(asSolverModel(model), (instance) => run(highs, instance, timeLimitSeconds, options));
  } catch (error) {
    // After a native failure the instance may be spoilt: the next solve loads a fresh one.
    loaded = undefined;
    throw error;
  }
}

const NOTHING = { gap: null, objective: null, bound: null, columns: [] };

function run(highs: Highs, instance: Model, timeLimitSeconds: number, { gap, start }: SolveOptions): Solution {
  instance.options.set({ output_flag: false, mip_rel_gap: gap ?? 0, mip_abs_gap: 0, time_limit: timeLimitSeconds });
  if (start !== undefined && start.length > 0) {
    instance.setSolution({
      indices: start.map(({ column }) => column),
      values: start.map(({ value }) => value),
    });
  }
  const status = statusOf(highs, instance.run().modelStatus);
  const seconds = instance.getRunTime();
  if (status !== 'optimal' && !hasAnswer(instance)) return { status, ...NOTHING, seconds };
  return {
    status,
    gap: Number(instance.info.get('mip_gap')),
    objective: instance.getObjectiveValue(),
    bound: boundOf(instance),
    columns: Array.from(instance.getSolution().colValue),
    seconds,
  };
}

function boundOf(instance: Model): number | null {
  const bound = Number(instance.info.get('mip_dual_bound'));
  return Number.isFinite(bound) ? bound : null;
}

/** A feasible point is held: HiGHS's kSolutionStatusFeasible. */
const hasAnswer = (instance: Model) => instance.info.get('primal_solution_status') === 2;

function statusOf(highs: Highs, code: number): SolveStatus {
  const { modelStatus } = highs.constants;
  if (code === modelStatus.optimal) return 'optimal';
  if (code === modelStatus.infeasible) return 'infeasible';
  if (code === modelStatus.unbounded || code === modelStatus.unboundedOrInfeasible) return 'unbounded';
  if (code === modelStatus.timeLimit) return 'time limit';
  return 'failed';
}

function asSolverModel({ columns, rows, offset }: LinearModel): ModelData {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.entries.length);
  return {
    numCols: columns.length,
    numRows: rows.length,
    offset: offset ?? 0,
    colCost: columns.map((column) => column.cost),
    colLower: columns.map((column) => column.lower),
    colUpper: columns.map((column) => column.upper),
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: rows.flatMap((row) => row.entries.map((entry) => entry.column)),
      values: rows.flatMap((row) => row.entries.map((entry) => entry.value)),
    },
    integrality: columns.map((column) => (column.whole ? 1 : 0)),
  };
}

function checkModel({ columns, rows }: LinearModel): void {
  const numbers = columns.every((column) => Number.isFinite(column.cost) && column.lower <= column.upper);
  if (!numbers)
    throw new InvalidArgument('Every column needs a cost that is a number and a lower bound not above its upper.');
  for (const row of rows) {
    if (!(row.lower <= row.upper))
      throw new InvalidArgument(`The row "${row.name}" needs a lower limit not above its upper.`);
    const known = row.entries.every(
      ({ column, value }) =>
        Number.isInteger(column) && column >= 0 && column < columns.length && Number.isFinite(value),
    );
    if (!known)
      throw new InvalidArgument(
        `The row "${row.name}" names a column that does not exist, or a value that is no number.`,
      );
  }
}
