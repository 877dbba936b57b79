import type { Limits, PlannedNumbers, RuleInForce } from './model.ts';
import type { ReviewRules } from './review.ts';
import type { Rule } from './rule.ts';
import { boroughFloors } from './rules/borough-floors.ts';
import { budget } from './rules/budget.ts';
import { clusterBalance } from './rules/cluster-balance.ts';
import { fixedTiers } from './rules/fixed-tiers.ts';
import { fundedOfficers } from './rules/funded-officers.ts';
import { mostLost } from './rules/most-lost.ts';
import { mostMoves } from './rules/most-moves.ts';
import { protectedWards } from './rules/protected-wards.ts';
import { sergeantForEachWard } from './rules/sergeant-for-each-ward.ts';
import { sergeantSpan } from './rules/sergeant-span.ts';
import { sharedWards } from './rules/shared-wards.ts';
import { tierThreshold } from './rules/tier-threshold.ts';
import { wardCeiling, wardCeilingOn } from './rules/ward-ceiling.ts';
import { wardFloor, wardFloorOn } from './rules/ward-floor.ts';

/** Every rule of a plan, in the order in which they are printed and told to the solver. One file each under rules/. */
export const RULES: readonly Rule[] = [
  ...[wardFloor, wardCeiling, budget],
  ...[clusterBalance, mostMoves, mostLost, protectedWards, boroughFloors, fundedOfficers],
  ...[sergeantForEachWard, sharedWards, tierThreshold, fixedTiers, sergeantSpan],
];

/** Every rule there is, in general terms: for a page, beside those in force in a plan. */
export function allRules(): Pick<Rule, 'name' | 'about' | 'source' | 'kind'>[] {
  return RULES.map(({ name, about, source, kind }) => ({ name, about, source, kind }));
}

/** Rules that a date decides, as they read on it: what every ward has at least, and at most. */
export function datedRules(asAt: string): RuleInForce[] {
  const asked = { dwo: 0, pcso: 0 };
  const terms = {
    asAt,
    asked,
    limits: limitsFor(asAt, asked),
    wards: [],
    pcsos: [],
    review: NO_REVIEW,
    sergeants: null,
  };
  return RULES.flatMap((rule) => rule.inForce(terms) ?? []).filter(({ from }) => from !== null);
}

/** A ward with a sergeant of its own is High from so many times the average ward's demand, unless a file says otherwise. */
export const HIGH_FROM = 1.25;

/** What a plan without a rules file obeys beyond the rules of every plan: nothing. */
export const NO_REVIEW: ReviewRules = {
  name: '',
  side: {},
  current: null,
  clusters: [],
  tiers: {},
  highFrom: HIGH_FROM,
};

/** The same review with one side rule switched off. */
export function leaveOut(review: ReviewRules, rule: string): ReviewRules {
  if (rule === fixedTiers.name) return { ...review, tiers: {} };
  const kept = Object.entries(review.side).filter(([name]) => name !== rule);
  return { ...review, side: Object.fromEntries(kept) };
}

/** The rules in numbers: as in force on the date, unless the plan is asked to obey others. */
export function limitsFor(asAt: string, asked: PlannedNumbers): Limits {
  const floors = wardFloorOn(asAt);
  const ceilings = wardCeilingOn(asAt);
  const chosen = asked.ceilings ?? {};
  return {
    officers: { dwo: asked.dwo, pcso: asked.pcso },
    floors: { dwo: asked.floors?.dwo ?? floors.dwo, pcso: asked.floors?.pcso ?? floors.pcso },
    ceilings: {
      dwo: chosen.dwo === undefined ? ceilings.dwo : chosen.dwo,
      pcso: chosen.pcso === undefined ? ceilings.pcso : chosen.pcso,
    },
  };
}
