import { demandOverOfficers } from '../lib/apportionment/index.ts';
import { andList } from '../ui/and-list.ts';
import { countWords } from '../ui/count-words.ts';
import { percent } from '../ui/percent.ts';
import type { BindingRule } from './review.ts';
import { quotedRule, type Rule, type Terms } from './rule.ts';

/** Officers and pairs, by places in the order of the terms, and how far from the best they may be. */
export interface SolvedPlan {
  officers: readonly number[];
  pairs: readonly (readonly [number, number])[];
  gap: number;
}

/** Below this part of the objective a difference is the solver's tolerance, not a rule's cost. */
const TOLERANCE = 1e-6;
const MOST_WARDS_NAMED = 4;

/**
 * What a side rule costs: the plan against the best without that rule alone. A rule about officers costs Σ d²/x; one
 * about sergeants the demand of the most loaded sergeant of two wards.
 * @returns null when nothing is better without it
 */
export function bindingRule(terms: Terms, rule: Rule, plan: SolvedPlan, without: SolvedPlan): BindingRule | null {
  const officers = difference(plan, without, (each) => objectiveOf(terms, each));
  const shared = difference(plan, without, (each) => largestShared(terms, each));
  const counted = rule.of === 'officers' ? officers : shared;
  if (!counted.binds && !(rule.of === 'sergeants' && officers.binds)) return null;
  const wards = terms.wards.flatMap(({ code }, place) => {
    const dwo = without.officers[place] ?? 0;
    return rule.of === 'officers' || officers.binds ? (dwo === plan.officers[place] ? [] : [{ code, dwo }]) : [];
  });
  const atLeast = without.gap > 0 ? 'at least ' : '';
  const costs = rule.of === 'officers' || !shared.binds ? officersCost(officers) : sharedCost(shared);
  return {
    rule: rule.name,
    cost: counted.cost,
    without: counted.without,
    sentence: `The rule ${quotedRule(rule.name)} costs ${atLeast}${costs}${otherNumbers(terms, plan, wards)}.`,
    wards,
  };
}

/** Σ d²/x of some officers. */
export const objectiveOf = ({ wards }: Terms, { officers }: Pick<SolvedPlan, 'officers'>): number =>
  demandOverOfficers(
    wards.map(({ demandShare }) => demandShare),
    [...officers],
  );

/** Demand of the most loaded sergeant of two wards; 0 when there is none. */
export const largestShared = ({ wards }: Terms, { pairs }: Pick<SolvedPlan, 'pairs'>): number =>
  Math.max(0, ...pairs.map(([a, b]) => (wards[a]?.demandShare ?? 0) + (wards[b]?.demandShare ?? 0)));

interface Difference {
  with: number;
  without: number;
  cost: number;
  binds: boolean;
}

function difference(plan: SolvedPlan, other: SolvedPlan, measure: (each: SolvedPlan) => number): Difference {
  const [has, without] = [measure(plan), measure(other)];
  const cost = has - without;
  return { with: has, without, cost, binds: cost > TOLERANCE * Math.abs(has) };
}

const officersCost = ({ cost, without }: Difference) =>
  `${percentThatTells(cost / without)}: without it demand for each officer would be so much lower`;

const sharedCost = (shared: Difference) =>
  `${percent(shared.cost, 2)} of demand: without it the most loaded sergeant of two wards would have ${percent(shared.without, 2)} instead of ${percent(shared.with, 2)}`;

function otherNumbers(terms: Terms, plan: SolvedPlan, wards: BindingRule['wards']): string {
  if (wards.length === 0) return '';
  const places = new Map(terms.wards.map(({ code, name }, place) => [code, { name, place }]));
  const each = wards.slice(0, MOST_WARDS_NAMED).map(({ code, dwo }) => {
    const ward = places.get(code);
    return `${ward?.name ?? code} ${dwo} (not ${plan.officers[ward?.place ?? 0]})`;
  });
  const rest = wards.length - each.length;
  const named = rest === 0 ? each : [...each, `${rest} more`];
  return `, and ${countWords(wards.length, 'ward')} would have another number: ${andList(named)}`;
}

/** At least one digit that is not 0. */
function percentThatTells(share: number): string {
  let decimals = 1;
  while (decimals < 6 && Number((share * 100).toFixed(decimals)) === 0) decimals += 1;
  return percent(share, decimals);
}
