import type { FullPlanQuestion } from '../lib/optimisation/full-plan.ts';
import type { Terms } from './rule.ts';
import { leaveOut, RULES } from './rules-in-force.ts';

/** The whole question for the solver: every rule of the terms enters it in turn. */
export function fullPlanQuestion(terms: Terms): FullPlanQuestion {
  const open: FullPlanQuestion = {
    demand: terms.wards.map(({ demandShare }) => demandShare),
    floors: terms.wards.map(() => 1),
    ceilings: terms.wards.map(() => terms.limits.officers.dwo),
    officers: terms.limits.officers.dwo,
    groups: [],
    moves: null,
    sergeants: null,
  };
  return RULES.reduce((question, rule) => rule.enter(question, terms), open);
}

/** The same with the officers of each ward decided: only sergeants are left to choose. */
export function withOfficers(question: FullPlanQuestion, officers: readonly number[]): FullPlanQuestion {
  return { ...question, floors: officers, ceilings: officers, groups: [], moves: null };
}

/** The terms with some side rules switched off. */
export function termsWithout(terms: Terms, rules: readonly string[]): Terms {
  return { ...terms, review: rules.reduce(leaveOut, terms.review) };
}
