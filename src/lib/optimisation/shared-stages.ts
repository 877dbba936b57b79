import { boundOfLargest, levelsOf, matchedPairs } from './bound-of-largest.ts';
import type { PlanStage, SergeantQuestion } from './full-plan.ts';
import { gapBetween } from './gap-between.ts';
import { leastLargest } from './least-largest.ts';
import { type Pair, pairsModel, readPairs, sharedDemand } from './pairs-model.ts';
import type { StageSolver } from './stage-solver.ts';

/** Who share a sergeant, and how the two stages about shared demand ended. */
export interface SharedPlan {
  kind: 'shared';
  pairs: Pair[];
  largest: PlanStage;
  sum: PlanStage;
}

export type SharedAnswer = SharedPlan | { kind: 'infeasible' } | { kind: 'no answer in time' };

/** The least total a model of pairs is scaled to have, so that the solver's absolute tolerance of 1e-6 is 1e-9 of it. */
const LEAST_TOTAL = 1000;

/**
 * Chooses the wards that share a sergeant: first the least largest shared demand, then the least sum with that largest.
 * @param pairs that are allowed; places below the length of demand
 * @param until parts of all the time by which each of the two stages ends
 */
export async function sharedStages(
  demand: readonly number[],
  pairs: readonly Pair[],
  asked: SergeantQuestion,
  gap: number,
  solve: StageSolver,
  until: { largest: number; sum: number },
): Promise<SharedAnswer> {
  const wards = demand.length;
  if (wards < asked.sergeants) return { kind: 'infeasible' };
  const upTo = (level: number) => pairs.filter((pair) => sharedDemand(demand, pair) <= level);
  const found = await leastLargest(
    levelsOf(demand, pairs),
    boundOfLargest(demand, pairs, asked),
    gap,
    async (level) => {
      const allowed = upTo(level);
      const matched = matchedPairs(wards, allowed, asked);
      const model = pairsModel(wards, allowed, [], asked);
      const { status, objective, columns } = await solve(model, until.largest, { start: startWith(allowed, matched) });
      const answer = objective === null ? matched : readPairs(allowed, columns);
      if (objective !== null || (status !== 'infeasible' && matched.length > 0))
        return { kind: 'found', answer, largest: largestOf(demand, answer) };
      return { kind: status === 'infeasible' ? 'none' : 'unknown' };
    },
  );
  if (found.kind !== 'found') return { kind: found.kind === 'none' ? 'infeasible' : 'no answer in time' };
  const summed = await leastSum(demand, upTo(found.largest), found.answer, asked, solve, until.sum);
  const largest = { ...largestStage(found), objective: largestOf(demand, summed.pairs) };
  return { kind: 'shared', pairs: summed.pairs, largest, sum: summed.stage };
}

/** Pairs as they are, with nothing proven of them but what can be seen without solving. */
export function sharedUnproven(
  demand: readonly number[],
  allowed: readonly Pair[],
  pairs: Pair[],
  asked: SergeantQuestion,
): SharedPlan {
  const [largest, sum] = [largestOf(demand, pairs), sumOf(demand, pairs)];
  const sums = allowed.map((pair) => sharedDemand(demand, pair));
  const { least } = sumScale(sums, pairs.length);
  return {
    kind: 'shared',
    pairs,
    largest: largestStage({ largest, bound: boundOfLargest(demand, allowed, asked), inTime: false }),
    sum: { name: 'sum of shared demand', status: 'time limit', gap: gapBetween(sum, least), objective: sum },
  };
}

/** How the search for the least largest ended, as a stage. */
export function largestStage({
  largest,
  bound,
  inTime,
}: {
  largest: number;
  bound: number;
  inTime: boolean;
}): PlanStage {
  return {
    name: 'largest shared demand',
    status: inTime ? 'optimal' : 'time limit',
    gap: gapBetween(largest, bound),
    objective: largest,
  };
}

/** The values of the pairs' columns for some chosen pairs; empty for none. */
function startWith(pairs: readonly Pair[], chosen: readonly Pair[]): { column: number; value: number }[] {
  const named = new Set(chosen.map(String));
  return chosen.length === 0 ? [] : pairs.map((pair, column) => ({ column, value: named.has(String(pair)) ? 1 : 0 }));
}

async function leastSum(
  demand: readonly number[],
  pairs: readonly Pair[],
  known: Pair[],
  asked: SergeantQuestion,
  solve: StageSolver,
  until: number,
): Promise<{ pairs: Pair[]; stage: PlanStage }> {
  const sums = pairs.map((pair) => sharedDemand(demand, pair));
  const { scale, least } = sumScale(sums, known.length);
  const model = pairsModel(
    demand.length,
    pairs,
    sums.map((sum) => sum * scale),
    asked,
  );
  const { status, bound, columns } = await solve(model, until, { start: startWith(pairs, known) });
  const answer = columns.length > 0 ? readPairs(pairs, columns) : known;
  const objective = sumOf(demand, answer);
  const gap = gapBetween(objective, Math.max(least, bound === null ? 0 : bound / scale));
  return {
    pairs: answer,
    stage: {
      name: 'sum of shared demand',
      status: status === 'optimal' ? 'optimal' : 'time limit',
      gap,
      objective,
    },
  };
}

/** The largest shared demand of some pairs; 0 of none. */
export const largestOf = (demand: readonly number[], pairs: readonly Pair[]): number =>
  pairs.reduce((largest, pair) => Math.max(largest, sharedDemand(demand, pair)), 0);

/** The shared demand of some pairs together. */
export const sumOf = (demand: readonly number[], pairs: readonly Pair[]): number =>
  pairs.reduce((sum, pair) => sum + sharedDemand(demand, pair), 0);

/** The least that so many sums can come to, and what to multiply sums with so that it is 1,000. */
export function sumScale(sums: readonly number[], number: number): { scale: number; least: number } {
  const least = sums
    .toSorted((a, b) => a - b)
    .slice(0, number)
    .reduce((total, sum) => total + sum, 0);
  const whole = sums.reduce((total, sum) => total + sum, 0);
  if (least > 0) return { scale: LEAST_TOTAL / least, least };
  return { scale: whole > 0 ? LEAST_TOTAL / whole : 1, least };
}
