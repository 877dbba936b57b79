import { coupledModel } from './coupled-model.ts';
import type { FullPlanQuestion, PlannedAnswer, PlanStage, SergeantQuestion } from './full-plan.ts';
import { modelUpTo } from './keep-officers-best.ts';
import type { LinearModel } from './linear-model.ts';
import { officersModel } from './officers-model.ts';
import { demandOverOfficers } from './officers-stage.ts';
import { allowedPairs, type Pair, pairsModel, sharedDemand } from './pairs-model.ts';
import { largestOf, sumScale } from './shared-stages.ts';

/** A stage as one model, for other solvers. */
export interface StageModel {
  name: PlanStage['name'];
  model: LinearModel;
  /** The model's objective for each unit of the stage's. */
  scale: number;
}

/**
 * The stages of a question as models that any solver can be given, each keeping what an answer's earlier stages reached.
 * The largest shared demand is a column here, made least: the same question that the search by levels answers.
 * @param answer of the same question
 */
export function stageModels(question: FullPlanQuestion, answer: PlannedAnswer): StageModel[] {
  const { sergeants } = question;
  if (sergeants === null) {
    const { model, scale } = officersModel(question);
    return [{ name: 'officers', model, scale }];
  }
  const parts = sergeants.span === null ? apart(question, sergeants) : tied(question, sergeants, answer);
  const sums = parts.pairs.map((pair) => sharedDemand(question.demand, pair));
  const { scale } = sumScale(sums, answer.pairs.length);
  const scaled = sums.map((sum) => sum * scale);
  const most = largestOf(question.demand, answer.pairs) * scale * (1 + 2e-12);
  return [
    { name: 'officers', ...parts.officers },
    { name: 'largest shared demand', model: leastMaximum(parts.shared, parts.first, scaled, parts.pairs), scale },
    { name: 'sum of shared demand', model: leastTotal(parts.shared, parts.first, scaled, most), scale },
  ];
}

interface Parts {
  officers: { model: LinearModel; scale: number };
  /** The model of the later stages, whatever its costs, and where the columns of the pairs begin in it. */
  shared: LinearModel;
  first: number;
  pairs: Pair[];
}

function apart(question: FullPlanQuestion, asked: SergeantQuestion): Parts {
  const pairs = allowedPairs(asked);
  const { model, scale } = officersModel(question);
  return { officers: { model, scale }, shared: pairsModel(question.demand.length, pairs, [], asked), first: 0, pairs };
}

function tied(question: FullPlanQuestion, asked: SergeantQuestion, { officers }: PlannedAnswer): Parts {
  const pairs = allowedPairs(asked);
  const { model, scale, wards } = coupledModel(question, asked, pairs);
  const held = modelUpTo(
    { question, asked, pairs },
    Number.POSITIVE_INFINITY,
    demandOverOfficers(question.demand, officers),
  );
  return { officers: { model, scale }, shared: held.model, first: wards.length, pairs };
}

/** The largest is a column of its own, not below the shared demand of any ward, which is in one pair at most. */
function leastMaximum(
  { columns, rows }: LinearModel,
  first: number,
  sums: readonly number[],
  pairs: readonly Pair[],
): LinearModel {
  const largest = columns.length;
  const wards = [...new Set(pairs.flat())];
  const above = wards.map((ward) => ({
    name: `largest not below ward ${ward}`,
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
    entries: [
      { column: largest, value: 1 },
      ...pairs.flatMap((pair, place) =>
        pair.includes(ward) ? [{ column: first + place, value: -(sums[place] ?? 0) }] : [],
      ),
    ],
  }));
  const free = columns.map((column) => ({ ...column, cost: 0 }));
  const maximum = { cost: 1, lower: 0, upper: Number.POSITIVE_INFINITY, whole: false };
  return { columns: [...free, maximum], rows: [...rows, ...above] };
}

/** Pairs above the largest are shut; of the others the sum is made least. */
function leastTotal({ columns, rows }: LinearModel, first: number, sums: readonly number[], most: number): LinearModel {
  return {
    columns: columns.map((column, place) => {
      const sum = sums[place - first] ?? 0;
      return { ...column, cost: sum, upper: sum > most ? 0 : column.upper };
    }),
    rows,
  };
}
