import type { FullPlanAnswer, FullPlanQuestion, PlannedAnswer, PlanStage } from '../lib/optimisation/index.ts';
import { bindingRule, type Compared, comparePlans, objectiveOf, type SolvedPlan } from './binding-rules.ts';
import { fullPlanQuestion, termsWithout, withOfficers } from './full-plan-question.ts';
import type { BindingRule } from './review.ts';
import type { Rule, Terms } from './rule.ts';
import { sergeantSpan } from './rules/sergeant-span.ts';
import { sayUnasked, sayUnproven } from './rules-not-reckoned.ts';
import { sideRulesInForce } from './terms-of.ts';

/** Asks a question about the side rules; null where no time is left for it. */
export type AskSideQuestion = (question: FullPlanQuestion) => Promise<FullPlanAnswer | null>;

/** Part of an objective below which a difference is the solver's: with a span its later stages give officers more room. */
const TOLERANCE = { apart: 1e-8, tied: 1e-6 };

const STAGES = {
  officers: ['officers'],
  sergeants: ['largest shared demand', 'sum of shared demand'],
  tied: ['officers', 'largest shared demand', 'sum of shared demand'],
} as const satisfies Record<string, readonly PlanStage['name'][]>;

/** Rules that are weighed in one model, and what compares the plan with the best one without some of them. */
interface Weighed {
  terms: Terms;
  plan: SolvedPlan;
  rules: readonly string[];
  without: (names: readonly string[]) => Promise<Compared>;
}

/** The plan as it is compared. */
export const solvedPlan = ({
  officers,
  pairs,
  stages,
}: Pick<PlannedAnswer, 'officers' | 'pairs' | 'stages'>): SolvedPlan => ({
  officers,
  pairs,
  gaps: Object.fromEntries(stages.map(({ name, gap }) => [name, gap])),
});

/**
 * What the side rules of a plan cost: each left out alone, and then together those that cost nothing alone.
 * @returns the rules that bind, about officers first, the dearest first; and what was not found, in sentences
 */
export async function whatRulesCost(
  terms: Terms,
  plan: SolvedPlan,
  handedOut: readonly number[],
  ask: AskSideQuestion,
): Promise<{ binding: BindingRule[]; remarks: string[] }> {
  const binding: BindingRule[] = [];
  const unproven: string[] = [];
  for (const weighed of weighedTogether(terms, plan, handedOut, ask)) {
    const alone = await bindingAlone(weighed);
    const together = await bindingTogether(weighed, alone.asGood);
    binding.push(...dearestFirst([...alone.binding, ...together.binding]));
    unproven.push(...alone.unproven, ...together.unproven);
  }
  if (unproven.length === 0) return { binding, remarks: [] };
  const proven = Object.values(plan.gaps).every((gap) => gap === 0);
  return { binding, remarks: [proven ? sayUnasked(unproven) : sayUnproven(unproven)] };
}

const ORDER = STAGES.tied;
const dearestFirst = (rules: readonly BindingRule[]) =>
  rules.toSorted((a, b) => ORDER.indexOf(a.of) - ORDER.indexOf(b.of) || b.cost - a.cost);

async function bindingAlone({ terms, plan, rules, without }: Weighed) {
  const binding: BindingRule[] = [];
  const asGood: string[] = [];
  const unproven: string[] = [];
  for (const name of rules) {
    const compared = await without([name]);
    if (compared.kind === 'better') binding.push(bindingRule(terms, [name], plan, compared));
    else (compared.kind === 'as good' ? asGood : unproven).push(name);
  }
  return { binding, asGood, unproven };
}

/** Sets of rules that cost something only together, each as small as can be: with any of its rules kept it costs nothing. */
async function bindingTogether({ terms, plan, without }: Weighed, rules: readonly string[]) {
  const binding: BindingRule[] = [];
  let rest = rules;
  while (rest.length > 1) {
    let found = await without(rest);
    if (found.kind === 'not proven') return { binding, unproven: rest };
    if (found.kind !== 'better') break;
    let names = rest;
    for (const name of rest) {
      const fewer = names.filter((other) => other !== name);
      const compared = fewer.length > 1 ? await without(fewer) : null;
      if (compared?.kind === 'better') [names, found] = [fewer, compared];
    }
    binding.push(bindingRule(terms, names, plan, found));
    rest = rest.filter((name) => !names.includes(name));
  }
  return { binding, unproven: [] };
}

/** Officers and sergeants apart where no span ties them; where one does, all rules in one. */
function weighedTogether(
  terms: Terms,
  plan: SolvedPlan,
  handedOut: readonly number[],
  ask: AskSideQuestion,
): Weighed[] {
  const inForce = sideRulesInForce(terms);
  const named = (of: Rule['of']) => inForce.flatMap((rule) => (rule.of === of ? [rule.name] : []));
  const asked = async (
    question: FullPlanQuestion,
    stages: readonly PlanStage['name'][],
    tolerance: number,
  ): Promise<Compared> => {
    const answer = await ask(question);
    if (answer?.kind !== 'planned') return { kind: 'not proven' };
    return comparePlans(terms, plan, solvedPlan(answer), stages, tolerance);
  };
  if (inForce.includes(sergeantSpan)) {
    const rules = [...named('officers'), ...named('sergeants')];
    return [
      { terms, plan, rules, without: (names) => asked(questionWithout(terms, names), STAGES.tied, TOLERANCE.tied) },
    ];
  }
  const best = { officers: handedOut, pairs: [], gaps: {} };
  const alreadyBest = objectiveOf(terms, plan) <= objectiveOf(terms, best);
  const officers = named('officers');
  const aboutOfficers = async (names: readonly string[]): Promise<Compared> => {
    if (alreadyBest) return { kind: 'as good' };
    if (names.length === officers.length) return comparePlans(terms, plan, best, STAGES.officers, TOLERANCE.apart);
    return asked({ ...questionWithout(terms, names), sergeants: null }, STAGES.officers, TOLERANCE.apart);
  };
  const aboutSergeants = (names: readonly string[]) =>
    asked(withOfficers(questionWithout(terms, names), plan.officers), STAGES.sergeants, TOLERANCE.apart);
  return [
    { terms, plan, rules: officers, without: aboutOfficers },
    { terms, plan, rules: named('sergeants'), without: aboutSergeants },
  ];
}

const questionWithout = (terms: Terms, names: readonly string[]) => fullPlanQuestion(termsWithout(terms, names));
