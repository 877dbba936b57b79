import type { DemandIndex } from '../demand/index.ts';
import type { Conflict, PlannedNumbers } from './model.ts';
import type { ReviewRules, SergeantsAsked } from './review.ts';
import type { Rule, RuledPlan, Terms } from './rule.ts';
import { limitsFor, NO_REVIEW, RULES } from './rules-in-force.ts';

/** What a plan is asked to obey beyond the rules of every plan. */
export interface SideAsked {
  review: ReviewRules;
  sergeants: SergeantsAsked | null;
}

const NOTHING_ELSE: SideAsked = { review: NO_REVIEW, sergeants: null };

/** Everything a rule reads, before any officer is handed out. */
export function termsOf(demand: DemandIndex, asked: PlannedNumbers, side: SideAsked = NOTHING_ELSE): Terms {
  const wards = demand.wards.map(({ code, name, borough, demandShare }) => ({ code, name, borough, demandShare }));
  return { asAt: demand.asAt, asked, limits: limitsFor(demand.asAt, asked), wards, pcsos: [], ...side };
}

/** Every rule in force as a plan prints it. */
export const rulesInForce = (terms: Terms) => RULES.flatMap((rule) => rule.inForce(terms) ?? []);

/** Rules in force that may be left out. */
export const sideRulesInForce = (terms: Terms): Rule[] =>
  RULES.filter((rule) => rule.kind === 'side' && rule.inForce(terms) !== null);

/** Why no plan can be: the rules of every plan are asked first, then those of sergeants, then the side rules. */
export function conflictsOf(terms: Terms, kinds: readonly Rule['kind'][]): Conflict[] {
  for (const kind of kinds) {
    const found = RULES.filter((rule) => rule.kind === kind).flatMap((rule) => rule.conflicts(terms));
    if (found.length > 0) return found;
  }
  return [];
}

/** The first rule about the given that numbers break, in a sentence; null when they keep all. */
export function breachOf(terms: Terms, plan: RuledPlan, of: readonly Rule['of'][]): string | null {
  for (const rule of RULES) {
    const broken = of.includes(rule.of) ? rule.breach(terms, plan) : null;
    if (broken !== null) return broken;
  }
  return null;
}
