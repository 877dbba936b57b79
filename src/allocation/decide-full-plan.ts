import { type FullPlanAnswer, type FullPlanQuestion, solveFullPlan } from '../lib/optimisation/index.ts';
import { bindingRule, objectiveOf, type SolvedPlan } from './binding-rules.ts';
import { fullPlanQuestion, termsWithout, withOfficers } from './full-plan-question.ts';
import type { Conflict } from './model.ts';
import type { Decision, FullPlanTask } from './plan-fully.ts';
import type { BindingRule } from './review.ts';
import { officerWords, quotedRule, type Rule, type Terms } from './rule.ts';
import { sideRulesInForce } from './terms-of.ts';

/** What a rule costs, and which rules conflict, is asked several times: each time with this part of the plan's limit. */
export const PART_FOR_SIDE_QUESTIONS = 0.25;
const LEAST_SECONDS = 1;

type Ask = (question: FullPlanQuestion, of: 'plan' | 'side question') => Promise<FullPlanAnswer>;

/**
 * Has the solver decide what the hand-out leaves open. What binds is found by leaving each side rule out alone; what cannot
 * be kept together by leaving rules out for good until the rest can. Blocks its thread: run it in a worker.
 * @param timeLimitSeconds for the plan itself, above 0; each question about one rule has a quarter of it besides
 */
export async function decideFullPlan(task: FullPlanTask, timeLimitSeconds: number): Promise<Decision> {
  const { terms, handedOut, kept } = task;
  const short = Math.max(timeLimitSeconds * PART_FOR_SIDE_QUESTIONS, Math.min(LEAST_SECONDS, timeLimitSeconds));
  const ask: Ask = (question, of) =>
    solveFullPlan(question, { timeLimitSeconds: of === 'plan' ? timeLimitSeconds : short, gap: 0 }, handedOut);
  const mayPin = kept && !isOn(terms, 'sergeant-span');
  const question = fullPlanQuestion(terms);
  const answer = await ask(mayPin ? withOfficers(question, handedOut) : question, 'plan');
  if (answer.kind === 'no answer in time') return answer;
  if (answer.kind === 'infeasible') return { kind: 'infeasible', because: await conflictingRules(terms, ask) };
  const { officers, pairs, gap } = answer;
  const plan = { officers, pairs, gap };
  const { binding, notReckoned } = await bindingRules(terms, plan, handedOut, ask);
  return { kind: 'decided', ...plan, binding, remarks: notReckoned };
}

const isOn = (terms: Terms, name: string) => sideRulesInForce(terms).some((rule) => rule.name === name);

const dearestFirst = (rules: readonly BindingRule[]) => rules.toSorted((a, b) => b.cost - a.cost);

/** Each side rule left out alone, and the rest solved again: those about officers first, as their costs are of another kind. */
async function bindingRules(
  terms: Terms,
  plan: SolvedPlan,
  handedOut: readonly number[],
  ask: Ask,
): Promise<{ binding: BindingRule[]; notReckoned: string[] }> {
  const binding: Record<Rule['of'], BindingRule[]> = { officers: [], sergeants: [] };
  const notReckoned: string[] = [];
  for (const rule of sideRulesInForce(terms)) {
    const question = questionWithout(terms, rule, plan, handedOut);
    if (question === null) continue;
    const answer = await ask(question, 'side question');
    if (answer.kind !== 'planned') {
      notReckoned.push(`What the rule ${quotedRule(rule.name)} costs was not found in time.`);
      continue;
    }
    const pairs = question.sergeants === null ? plan.pairs : answer.pairs;
    const found = bindingRule(terms, rule, plan, { ...answer, pairs });
    if (found !== null) binding[rule.of].push(found);
  }
  return { binding: [...dearestFirst(binding.officers), ...dearestFirst(binding.sergeants)], notReckoned };
}

/**
 * What to ask to learn what a rule costs; null where it can cost nothing, because the officers are the best of all already.
 * Officers and sergeants are asked about apart where no span ties them.
 */
function questionWithout(
  terms: Terms,
  rule: Rule,
  plan: SolvedPlan,
  handedOut: readonly number[],
): FullPlanQuestion | null {
  const rest = termsWithout(terms, [rule.name]);
  const question = fullPlanQuestion(rest);
  if (isOn(terms, 'sergeant-span')) return question;
  if (rule.of === 'sergeants') return withOfficers(question, plan.officers);
  const best = objectiveOf(terms, plan) <= objectiveOf(terms, { officers: handedOut });
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
    const last = place === needed.length - 1;
    const after = last ? ` ${numbersOf(terms)} Loosen ${needed.length === 1 ? 'it' : 'one'} or leave it out.` : '';
    return { rule: rule.name, sentence: `${before}${says}${after}` };
  });
}

function numbersOf({ limits, wards, sergeants }: Terms): string {
  const led = sergeants === null ? '' : ` and ${sergeants.sergeants} sergeants`;
  return `There are ${officerWords(limits.officers.dwo, 'dwo')}${led} for ${wards.length} wards.`;
}
