import type { DemandIndex } from '../demand/index.ts';
import { assembleFullPlan, type Decided, ruledPlan } from './assemble-full-plan.ts';
import type { Conflict, InfeasiblePlan, OptimalPlan, Plan, PlannedNumbers } from './model.ts';
import { handOutPlan } from './plan-from-demand.ts';
import type { Terms } from './rule.ts';
import { pairsNeeded } from './sergeant-pairs.ts';
import { breachOf, conflictsOf, type SideAsked, termsOf } from './terms-of.ts';

/** The solver's limit came before any answer: neither a plan nor a proof that there is none. */
export interface OutOfTime {
  kind: 'no answer in time';
  unit: string;
  asAt: string;
}

/** What is left to decide once the hand-out is known. Plain data, so that a worker can be given it. */
export interface FullPlanTask {
  terms: Terms;
  /** The hand-out's officers. */
  handedOut: number[];
  /** Whether they keep every rule about officers. */
  kept: boolean;
}

/** What the solver made of it. */
export type Decision =
  | ({ kind: 'decided' } & Decided)
  | { kind: 'infeasible'; because: Conflict[] }
  | { kind: 'no answer in time' };

/**
 * Plans officers and sergeants under every rule. The hand-out comes first: where it keeps every rule about officers it is
 * the best there is, and only sergeants who share are left to the solver.
 * @param decide has the solver decide, in a worker or here: see decideFullPlan
 * @throws Error when what it decided breaks a rule
 */
export async function planFully(
  demand: DemandIndex,
  asked: PlannedNumbers,
  side: SideAsked & { remarks?: string[] },
  decide: (task: FullPlanTask) => Promise<Decision>,
): Promise<Plan | OutOfTime> {
  const bare = termsOf(demand, asked, { review: side.review, sergeants: side.sergeants });
  const handedOut = handOutPlan(demand, bare);
  if (handedOut.kind === 'infeasible') return handedOut;
  const terms = { ...bare, pcsos: handedOut.wards.map(({ pcso }) => pcso) };
  const because = conflictsOf(terms, ['sergeants', 'side']);
  if (because.length > 0) return noPlan(handedOut, because);
  const kept = breachOf(terms, ruledPlan(handedOut), ['officers']) === null;
  const officers = handedOut.wards.map(({ dwo }) => dwo);
  const remarks = side.remarks ?? [];
  if (kept && (terms.sergeants === null || pairsNeeded(terms) === 0))
    return assembleFullPlan(terms, handedOut, { officers, pairs: [], gap: 0, binding: [], remarks });
  if (terms.limits.floors.dwo < 1) return noPlan(handedOut, [FLOOR_OF_ONE]);
  const decision = await decide({ terms, handedOut: officers, kept });
  if (decision.kind === 'infeasible') return noPlan(handedOut, decision.because);
  if (decision.kind !== 'decided') return { kind: decision.kind, unit: demand.unit, asAt: demand.asAt };
  const { kind: _decided, ...decided } = decision;
  return assembleFullPlan(terms, handedOut, { ...decided, remarks: [...remarks, ...decided.remarks] });
}

const FLOOR_OF_ONE: Conflict = {
  rule: 'ward-floor',
  sentence:
    'Side rules and shared sergeants are weighed only where every ward has at least 1 officer: raise the floor, or leave them out.',
};

function noPlan(handedOut: OptimalPlan, because: Conflict[]): InfeasiblePlan {
  const { unit, asAt, boundaryVersion, window, officers, rules, limits, weights, missing, synthetic } = handedOut;
  const stated = { unit, asAt, boundaryVersion, window, officers, rules, limits, weights, missing, synthetic };
  return { kind: 'infeasible', ...stated, because };
}
