import { boundOfLargest, levelsOf } from './bound-of-largest.ts';
import type { Coupled, CoupledPlan } from './coupled.ts';
import { coupledModel } from './coupled-model.ts';
import { gapBetween } from './gap-between.ts';
import { leastLargest } from './least-largest.ts';
import type { LinearModel } from './linear-model.ts';
import { officersStart, readOfficers } from './officers-model.ts';
import { demandOverOfficers, type OfficersPlan } from './officers-stage.ts';
import { type Pair, readPairs, sharedDemand } from './pairs-model.ts';
import { largestOf, largestStage, type SharedPlan, sumOf, sumScale } from './shared-stages.ts';

/** Relative difference of Σ d²/x that counts as none when the later stages keep it. */
const KEPT = 1e-7;

/** Parts of all the time by which the two stages end. */
const UNTIL = { largest: 0.9, sum: 1 };

interface Together {
  officers: number[];
  pairs: Pair[];
}

/**
 * The two later stages where officers may change as long as Σ d²/x stays what the first stage found, but for one part in
 * ten million: other officers, as good, may leave room for better pairs.
 * @param free the least shared demand of all pairs, whatever the officers: nothing is below it
 */
export async function keepOfficersBest(
  coupled: Coupled,
  placed: OfficersPlan,
  shared: SharedPlan,
  free: SharedPlan | null,
): Promise<CoupledPlan> {
  const { question, asked, pairs, gap } = coupled;
  const { demand } = question;
  const known = { answer: { officers: placed.officers, pairs: shared.pairs }, largest: shared.largest.objective };
  const bound = free === null ? boundOfLargest(demand, pairs, asked) : boundOf(free.largest);
  const objective = demandOverOfficers(demand, placed.officers);
  const attempt = async (level: number) => {
    const written = modelUpTo(coupled, level, objective);
    const solution = await coupled.solve(written.model, UNTIL.largest, { gap: 1 });
    if (solution.objective === null) return { kind: solution.status === 'infeasible' ? 'none' : 'unknown' } as const;
    const answer = readTogether(coupled, written, solution.columns);
    return { kind: 'found', answer, largest: largestOf(demand, answer.pairs) } as const;
  };
  const found = await leastLargest<Together>(levelsOf(demand, pairs), bound, gap, attempt, known);
  if (found.kind !== 'found') throw new Error('The search for the least largest shared demand lost a known answer.');
  const { answer, stage } = await leastSum(coupled, found.answer, found.largest, objective);
  const officersEnd = { ...placed.stage, objective: demandOverOfficers(demand, answer.officers) };
  const largestEnd = { ...largestStage(found), objective: largestOf(demand, answer.pairs) };
  return { kind: 'planned', ...answer, stages: [officersEnd, largestEnd, stage] };
}

/** A hair below, for the product rounds. */
const boundOf = ({ objective, gap }: { objective: number; gap: number }) =>
  gap === 0 ? objective : objective * (1 - gap) * (1 - 1e-12);

/** Officers and pairs up to a level of shared demand, with Σ d²/x held. */
export function modelUpTo(
  { question, asked, pairs }: Pick<Coupled, 'question' | 'asked' | 'pairs'>,
  level: number,
  objective: number,
) {
  const { demand } = question;
  const allowed = pairs.filter((pair) => sharedDemand(demand, pair) <= level);
  const written = coupledModel(question, asked, allowed);
  const { columns, rows, offset } = written.model;
  const entries = columns.flatMap(({ cost }, column) => (cost === 0 ? [] : [{ column, value: cost }]));
  const upper = objective * written.scale * (1 + KEPT) - (offset ?? 0);
  const held = { name: 'officers as good as found', lower: Number.NEGATIVE_INFINITY, upper, entries };
  return { ...written, model: { ...written.model, rows: [...rows, held] } };
}

function readTogether(
  { question }: Coupled,
  { wards, pairs }: { wards: readonly number[]; pairs: readonly Pair[] },
  columns: readonly number[],
): Together {
  const officers = readOfficers(question.floors, wards, columns);
  return { officers, pairs: readPairs(pairs, columns.slice(wards.length)) };
}

async function leastSum(coupled: Coupled, known: Together, level: number, objective: number) {
  const { question, solve } = coupled;
  const { demand, floors } = question;
  const written = modelUpTo(coupled, level, objective);
  const sums = written.pairs.map((pair) => sharedDemand(demand, pair));
  const { scale, least } = sumScale(sums, known.pairs.length);
  const first = written.wards.length;
  const chosen = new Set(known.pairs.map(String));
  const start = [
    ...officersStart(floors, written.wards, known.officers),
    ...written.pairs.map((pair, place) => ({ column: first + place, value: chosen.has(String(pair)) ? 1 : 0 })),
  ];
  const model: LinearModel = {
    columns: written.model.columns.map((column, place) => ({ ...column, cost: (sums[place - first] ?? 0) * scale })),
    rows: written.model.rows,
  };
  const { status, bound, objective: reached, columns } = await solve(model, UNTIL.sum, { start });
  const answer = reached === null ? known : readTogether(coupled, written, columns);
  const sum = sumOf(demand, answer.pairs);
  const stage = {
    name: 'sum of shared demand' as const,
    status: status === 'optimal' ? ('optimal' as const) : ('time limit' as const),
    gap: gapBetween(sum, Math.max(least, bound === null ? 0 : bound / scale)),
    objective: sum,
  };
  return { answer, stage };
}
