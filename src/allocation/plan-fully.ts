import type { DemandIndex } from '../demand/index.ts';
import type { FullPlanAnswer, FullPlanQuestion } from '../lib/optimisation/full-plan.ts';
import { assembleFullPlan, ruledPlan } from './assemble-full-plan.ts';
import { bindingRule, objectiveOf, type SolvedPlan } from './binding-rules.ts';
import { fullPlanQuestion, termsWithout, withOfficers } from './full-plan-question.ts';
import type { Conflict, InfeasiblePlan, OptimalPlan, Plan, PlannedNumbers } from './model.ts';
import { handOutPlan } from './plan-from-demand.ts';
import type { BindingRule } from './review.ts';
import { quotedRule, type Rule, type Terms } from './rule.ts';
import { pairsNeeded } from './sergeant-pairs.ts';
import { breachOf, conflictsOf, type SideAsked, sideRulesInForce, termsOf } from './terms-of.ts';

/** The solver's limit came before any answer: neither a plan nor a proof that there is none. */
export interface OutOfTime {
  kind: 'no answer in time';
  unit: string;
  asAt: string;
}

/** What the solver is given beside its question. */
export interface Asking {
  /** The plan itself, or the same with a rule left out, which may be given less time. */
  of: 'plan' | 'side question';
  /** The hand-out's officers, to begin with. */
  start: readonly number[];
}
export type Solve = (question: FullPlanQuestion, asking: Asking) => Promise<FullPlanAnswer>;

/**
 * Plans officers and sergeants under every rule. The hand-out comes first: where it keeps every rule about officers it is
 * the best there is, and only sergeants who share are left to the solver. What binds is found by leaving each side rule
 * out alone; what cannot be kept together by leaving rules out until the rest can.
 * @param solve asks the solver, in a worker or here
 * @throws Error when the solver's answer breaks a rule
 */
export async function planFully(
  demand: DemandIndex,
  asked: PlannedNumbers,
  side: SideAsked & { remarks?: string[] },
  solve: Solve,
): Promise<Plan | OutOfTime> {
  const bare = termsOf(demand, asked, { review: side.review, sergeants: side.sergeants });
  const handedOut = handOutPlan(demand, bare);
  if (handedOut.kind === 'infeasible') return handedOut;
  const terms = { ...bare, pcsos: handedOut.wards.map(({ pcso }) => pcso) };
  const because = conflictsOf(terms, ['sergeants', 'side']);
  if (because.length > 0) return noPlan(handedOut, because);
  const kept = breachOf(terms, ruledPlan(handedOut), ['officers']) === null;
  const remarks = side.remarks ?? [];
  const given = { officers: handedOut.wards.map(({ dwo }) => dwo), pairs: [], gap: 0 };
  if (kept && (terms.sergeants === null || pairsNeeded(terms) === 0))
    return assembleFullPlan(terms, handedOut, { ...given, binding: [], remarks });
  if (terms.limits.floors.dwo < 1) return noPlan(handedOut, [FLOOR_OF_ONE]);

  const ask = (question: FullPlanQuestion, of: Asking['of']) => solve(question, { of, start: given.officers });
  const spans = isOn(terms, 'sergeant-span');
  const question = fullPlanQuestion(terms);
  const answer = await ask(kept && !spans ? withOfficers(question, given.officers) : question, 'plan');
  if (answer.kind === 'no answer in time') return { kind: answer.kind, unit: demand.unit, asAt: demand.asAt };
  if (answer.kind === 'infeasible') return noPlan(handedOut, await conflictingRules(terms, ask));
  const solved = preferHandOut(terms, kept, given.officers, answer);
  const { binding, notReckoned } = await bindingRules(terms, solved, given, ask);
  return assembleFullPlan(terms, handedOut, { ...solved, binding, remarks: [...remarks, ...notReckoned] });
}

type Ask = (question: FullPlanQuestion, of: Asking['of']) => Promise<FullPlanAnswer>;

const isOn = (terms: Terms, name: string) => sideRulesInForce(terms).some((rule) => rule.name === name);

const FLOOR_OF_ONE: Conflict = {
  rule: 'ward-floor',
  sentence:
    'Side rules and shared sergeants are weighed only where every ward has at least 1 officer: raise the floor, or leave them out.',
};

/** Of answers that are equally good the hand-out's officers are taken, whose reasons are known. */
function preferHandOut(
  terms: Terms,
  kept: boolean,
  officers: readonly number[],
  { officers: found, pairs, gap }: SolvedPlan,
): SolvedPlan {
  const mayPrefer = kept && !isOn(terms, 'sergeant-span');
  return { officers: mayPrefer ? officers : found, pairs, gap };
}

function noPlan(handedOut: OptimalPlan, because: Conflict[]): InfeasiblePlan {
  const { unit, asAt, boundaryVersion, window, officers, rules, limits, weights, missing, synthetic } = handedOut;
  const stated = { unit, asAt, boundaryVersion, window, officers, rules, limits, weights, missing, synthetic };
  return { kind: 'infeasible', ...stated, because };
}

/** Each side rule left out alone, and the rest solved again. */
async function bindingRules(
  terms: Terms,
  plan: SolvedPlan,
  given: SolvedPlan,
  ask: Ask,
): Promise<{ binding: BindingRule[]; notReckoned: string[] }> {
  const binding: BindingRule[] = [];
  const notReckoned: string[] = [];
  for (const rule of sideRulesInForce(terms)) {
    const question = questionWithout(terms, rule, plan, given);
    if (question === null) continue;
    const answer = await ask(question, 'side question');
    if (answer.kind !== 'planned') {
      notReckoned.push(`What the rule ${quotedRule(rule.name)} costs was not found in time.`);
      continue;
    }
    const pairs = question.sergeants === null ? plan.pairs : answer.pairs;
    const found = bindingRule(terms, rule, plan, { ...answer, pairs });
    if (found !== null) binding.push(found);
  }
  return { binding: binding.toSorted((a, b) => b.cost - a.cost), notReckoned };
}

/**
 * What to ask to learn what a rule costs; null where it can cost nothing, because the officers are the best of all already.
 * Officers and sergeants are asked about apart where no span ties them.
 */
function questionWithout(terms: Terms, rule: Rule, plan: SolvedPlan, given: SolvedPlan): FullPlanQuestion | null {
  const rest = termsWithout(terms, [rule.name]);
  const question = fullPlanQuestion(rest);
  if (isOn(terms, 'sergeant-span')) return question;
  if (rule.of === 'sergeants') return withOfficers(question, plan.officers);
  const best = objectiveOf(terms, plan) <= objectiveOf(terms, given);
  return best ? null : { ...question, sergeants: null };
}

/** Side rules of which all are needed for there to be no plan: each is left out for good where there is none without it. */
async function conflictingRules(terms: Terms, ask: Ask): Promise<Conflict[]> {
  let dropped: string[] = [];
  for (const { name } of sideRulesInForce(terms)) {
    const without = [...dropped, name];
    const answer = await ask(fullPlanQuestion(termsWithout(terms, without)), 'side question');
    if (answer.kind === 'infeasible') dropped = without;
  }
  const needed = sideRulesInForce(termsWithout(terms, dropped));
  if (needed.length === 0) throw new Error('The rules of every plan allow a plan that the solver does not find.');
  const names = needed.map(({ name }) => quotedRule(name)).join(' and ');
  const head =
    needed.length === 1
      ? `No plan keeps the rule ${names} beside the floor, the ceiling and the numbers asked for`
      : `No plan keeps the rules ${names} together`;
  return needed.map((rule, place) => {
    const says = rule.inForce(terms)?.sentence ?? '';
    const before = place === 0 ? `${head}. ` : '';
    const after = place === needed.length - 1 ? ` Loosen ${needed.length === 1 ? 'it' : 'one'} or leave it out.` : '';
    return { rule: rule.name, sentence: `${before}${says}${after}` };
  });
}
