import type { Coupled, CoupledAnswer } from './coupled.ts';
import { coupledModel, mostTogether } from './coupled-model.ts';
import type { FullPlanQuestion, SergeantQuestion } from './full-plan.ts';
import { keepOfficersBest } from './keep-officers-best.ts';
import { officersStart, readOfficers } from './officers-model.ts';
import { beginning, endOfOfficers, type OfficersPlan, officersStage } from './officers-stage.ts';
import { allowedPairs, type Pair, pairsModel, readPairs } from './pairs-model.ts';
import { type SharedPlan, sharedStages, sharedUnproven } from './shared-stages.ts';
import type { StageSolver } from './stage-solver.ts';

/** Parts of all the time by which steps end. */
const UNTIL = { freeLargest: 0.1, freeSum: 0.15, free: 0.3, exist: 0.35, officers: 0.65, largest: 0.7, sum: 0.75 };

/**
 * The three stages where a sergeant's span ties officers to pairs. Shortcuts, each a proof: officers best without any
 * span that leave room for pairs are best with it; shared demand that is least over all pairs is least with the officers.
 * @param start see officersStage
 */
export async function coupledStages(
  question: FullPlanQuestion,
  asked: SergeantQuestion,
  gap: number,
  start: readonly number[] | undefined,
  solve: StageSolver,
): Promise<CoupledAnswer> {
  const pairs = withinSpan(asked, allowedPairs(asked), question.floors);
  const coupled: Coupled = { question, asked, pairs, gap, solve };
  const freeUntil = { largest: UNTIL.freeLargest, sum: UNTIL.freeSum };
  const free = await sharedStages(question.demand, pairs, asked, gap, solve, freeUntil);
  if (free.kind === 'infeasible') return free;
  const placed = await placeOfficers(coupled, start);
  if (placed.kind !== 'placed') return placed;
  const shared = await shareAmong(coupled, placed);
  const leastOfAll = free.kind === 'shared' ? free : null;
  if (leastOfAll !== null && asGood(shared, leastOfAll)) {
    const stages = [placed.stage, leastOfAll.largest, leastOfAll.sum];
    return { kind: 'planned', officers: placed.officers, pairs: shared.pairs, stages };
  }
  return keepOfficersBest(coupled, placed, shared, leastOfAll);
}

/** Pairs whose span the officers leave room for. */
const withinSpan = (asked: SergeantQuestion, pairs: readonly Pair[], officers: readonly number[]): Pair[] =>
  pairs.filter(([a, b]) => (officers[a] ?? 0) + (officers[b] ?? 0) <= mostTogether(asked, [a, b]));

/** Doubles added in another order differ by rounding alone. */
const ROUNDING = 1e-12;

const asGood = (one: SharedPlan, other: SharedPlan): boolean =>
  one.largest.objective <= other.largest.objective * (1 + ROUNDING) &&
  one.sum.objective <= other.sum.objective * (1 + ROUNDING);

interface PlacedWithPairs extends OfficersPlan {
  /** Some pairs that go with the officers. */
  pairs: Pair[];
}

async function placeOfficers(
  { question, asked, pairs, solve }: Coupled,
  start: readonly number[] | undefined,
): Promise<PlacedWithPairs | { kind: 'infeasible' } | { kind: 'no answer in time' }> {
  const free = await officersStage(question, start, solve, UNTIL.free);
  if (free.kind === 'infeasible') return free;
  if (free.kind === 'placed') {
    const left = withinSpan(asked, pairs, free.officers);
    const there = await solve(pairsModel(question.demand.length, left, [], asked), UNTIL.exist);
    if (there.objective !== null) return { ...free, pairs: readPairs(left, there.columns) };
  }
  const written = coupledModel(question, asked, pairs);
  const begin = beginning(question, free.kind === 'placed' ? free.officers : start);
  const options = begin === null ? {} : { start: officersStart(question.floors, written.wards, begin) };
  const solution = await solve(written.model, UNTIL.officers, options);
  if (solution.status === 'infeasible') return { kind: 'infeasible' };
  if (solution.objective === null) return { kind: 'no answer in time' };
  const officers = readOfficers(question.floors, written.wards, solution.columns);
  return {
    kind: 'placed',
    officers,
    stage: endOfOfficers(question, written.scale, solution, officers),
    pairs: readPairs(pairs, solution.columns.slice(written.wards.length)),
  };
}

/** The least shared demand with the very officers placed; the pairs they came with where the time is too short. */
async function shareAmong(
  { question, asked, pairs, gap, solve }: Coupled,
  placed: PlacedWithPairs,
): Promise<SharedPlan> {
  const { demand } = question;
  const left = withinSpan(asked, pairs, placed.officers);
  const shared = await sharedStages(demand, left, asked, gap, solve, { largest: UNTIL.largest, sum: UNTIL.sum });
  return shared.kind === 'shared' ? shared : sharedUnproven(demand, pairs, placed.pairs, asked);
}
