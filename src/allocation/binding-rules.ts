import { demandOverOfficers } from '../lib/apportionment/index.ts';
import type { PlanStage } from '../lib/optimisation/index.ts';
import { andList } from '../ui/and-list.ts';
import { countWords } from '../ui/count-words.ts';
import { percent } from '../ui/percent.ts';
import { joinedRules, sayRules } from './binding-names.ts';
import type { BindingRule } from './review.ts';
import type { Terms } from './rule.ts';

type StageName = PlanStage['name'];

/** Officers and pairs, by places in the order of the terms, and how far from the best each stage may be: none is 0. */
export interface SolvedPlan {
  officers: readonly number[];
  pairs: readonly (readonly [number, number])[];
  gaps: Partial<Record<StageName, number>>;
}

/** How a plan compares with the best one without some rules. */
export type Compared =
  | { kind: 'as good' }
  /** No difference was found, and one of the two is not proven best. */
  | { kind: 'not proven' }
  | Better;

/** The best without the rules is better, first in one stage. */
export interface Better {
  kind: 'better';
  of: StageName;
  with: number;
  without: number;
  /** How the difference that was found stands to the true one. */
  found: 'exact' | 'at least' | 'at most' | 'about';
  officers: readonly number[];
}

/**
 * Compares two plans stage by stage, as the solver ranks them: a later stage counts only where the earlier are as good.
 * @param stages that may differ, in their order
 * @param tolerance part of an objective below which a difference is the solver's tolerance, not a cost
 */
export function comparePlans(
  terms: Terms,
  plan: SolvedPlan,
  without: SolvedPlan,
  stages: readonly StageName[],
  tolerance: number,
): Compared {
  let sureBefore = true;
  for (const of of stages) {
    const [has, other] = [MEASURES[of](terms, plan), MEASURES[of](terms, without)];
    const sure = { plan: isSure(plan, of), without: isSure(without, of) };
    const room = tolerance * Math.abs(has);
    if (has - other > room) {
      const found = sureBefore ? foundOf(sure) : 'about';
      return { kind: 'better', of, with: has, without: other, found, officers: without.officers };
    }
    sureBefore &&= sure.plan && sure.without;
    if (other - has > room) break;
  }
  return { kind: sureBefore ? 'as good' : 'not proven' };
}

const isSure = ({ gaps }: SolvedPlan, of: StageName) => (gaps[of] ?? 0) === 0;

/** Without the rules it may be better still; with them too, and then the difference is smaller. */
function foundOf(sure: { plan: boolean; without: boolean }): Better['found'] {
  if (sure.plan) return sure.without ? 'exact' : 'at least';
  return sure.without ? 'at most' : 'about';
}

/** What some rules cost, as a plan says it. Of several, each costs nothing alone. */
export function bindingRule(terms: Terms, names: readonly string[], plan: SolvedPlan, better: Better): BindingRule {
  const wards = terms.wards.flatMap(({ code }, place) => {
    const dwo = better.officers[place] ?? 0;
    return dwo === plan.officers[place] ? [] : [{ code, dwo }];
  });
  const head = sayRules(names);
  const verb = names.length === 1 ? 'costs' : 'together cost';
  const almost = better.found === 'exact' ? '' : `${better.found} `;
  const alone = names.length === 1 ? '' : ', though none of them costs anything alone';
  const left = names.length === 1 ? 'without it' : 'without them';
  return {
    rule: joinedRules(names),
    of: better.of,
    cost: better.with - better.without,
    without: better.without,
    sentence: `${head.charAt(0).toUpperCase()}${head.slice(1)} ${verb} ${almost}${amountOf(better)}${alone}: ${left} ${changeOf(better)}${otherNumbers(terms, plan, wards)}.`,
    wards,
  };
}

/** Σ d²/x of some officers. */
export const objectiveOf = ({ wards }: Terms, { officers }: Pick<SolvedPlan, 'officers'>): number =>
  demandOverOfficers(
    wards.map(({ demandShare }) => demandShare),
    [...officers],
  );

const sharedBy = ({ wards }: Terms, { pairs }: SolvedPlan): number[] =>
  pairs.map(([a, b]) => (wards[a]?.demandShare ?? 0) + (wards[b]?.demandShare ?? 0));

const MEASURES: Record<StageName, (terms: Terms, plan: SolvedPlan) => number> = {
  officers: objectiveOf,
  'largest shared demand': (terms, plan) => Math.max(0, ...sharedBy(terms, plan)),
  'sum of shared demand': (terms, plan) => sharedBy(terms, plan).reduce((sum, shared) => sum + shared, 0),
};

function amountOf({ of, with: has, without }: Better): string {
  return of === 'officers'
    ? percentThatTells((has - without) / has, 1)
    : `${percentThatTells(has - without, 2)} of demand`;
}

function changeOf({ of, with: has, without }: Better): string {
  if (of === 'officers') return 'demand for each officer would be so much lower';
  const who =
    of === 'largest shared demand'
      ? 'the most loaded sergeant of two wards would have'
      : 'the wards that share a sergeant would together have';
  return `${who} ${percent(without, 2)} instead of ${percent(has, 2)}`;
}

const MOST_WARDS_NAMED = 4;

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
function percentThatTells(share: number, least: number): string {
  let decimals = least;
  while (decimals < 9 && Number((share * 100).toFixed(decimals)) === 0) decimals += 1;
  return percent(share, decimals);
}
