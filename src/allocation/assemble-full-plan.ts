import { demandOverOfficers } from '../lib/apportionment/index.ts';
import { marginsReckoned } from './margins-reckoned.ts';
import type { OptimalPlan } from './model.ts';
import type { BindingRule, PlannedSergeant } from './review.ts';
import type { RuledPlan, Terms } from './rule.ts';
import { ruleAwards } from './rule-awards.ts';
import { tierByDemand } from './rules/tier-threshold.ts';
import { breachOf } from './terms-of.ts';

/** What the solver decided, and how sure it is. Wards are places in the order of the terms. */
export interface Decided {
  officers: readonly number[];
  pairs: readonly (readonly [number, number])[];
  gap: number;
  binding: BindingRule[];
  remarks: string[];
}

const NO_MARGIN = { gain: null, lose: null };

/**
 * Puts a full plan together from the hand-out's and the solver's answers: who leads which wards, why each officer is where
 * they are, and what the rules cost. Where the officers are the hand-out's, so are their reasons, and where no side rule is
 * about officers their margins.
 * @throws Error when the answer breaks a rule: a fault of the solver or of ours
 */
export function assembleFullPlan(terms: Terms, handedOut: OptimalPlan, decided: Decided): OptimalPlan {
  const { officers, pairs, ...rest } = decided;
  const sergeants = terms.sergeants === null ? [] : sergeantsOf(terms, pairs);
  const same = handedOut.wards.every(({ dwo }, place) => dwo === officers[place]);
  const shaped = same ? handedOutUnderRules(handedOut) : shapedByRules(terms, handedOut, officers, sergeants);
  const plan: OptimalPlan = { ...shaped, ...rest, sergeants };
  const broken = breachOf(terms, ruledPlan(plan), ['officers', 'sergeants']);
  if (broken !== null) throw new Error(`The plan breaks a rule: ${broken}`);
  return plan;
}

/** The numbers of a plan as rules judge them. */
export const ruledPlan = ({ wards, sergeants }: OptimalPlan): RuledPlan => ({ wards, sergeants });

/** The hand-out as it is, but for what it cannot tell where side rules about officers are on, though it keeps them all. */
function handedOutUnderRules(handedOut: OptimalPlan): OptimalPlan {
  if (marginsReckoned(handedOut)) return handedOut;
  return { ...handedOut, nextInLine: [], wards: handedOut.wards.map((ward) => ({ ...ward, margin: NO_MARGIN })) };
}

function shapedByRules(
  terms: Terms,
  handedOut: OptimalPlan,
  officers: readonly number[],
  sergeants: readonly PlannedSergeant[],
): OptimalPlan {
  const awards = ruleAwards(terms, handedOut, officers, sergeants);
  return {
    ...handedOut,
    decidedBy: 'solver',
    objective: demandOverOfficers(
      terms.wards.map(({ demandShare }) => demandShare),
      [...officers],
    ),
    nextInLine: [],
    wards: handedOut.wards.map((ward, place) => ({
      ...ward,
      dwo: officers[place] ?? 0,
      awards: awards[place] ?? [],
      margin: NO_MARGIN,
    })),
  };
}

/** One sergeant for each pair, and one for each ward that shares none, by their first ward's code. */
function sergeantsOf(terms: Terms, pairs: readonly (readonly [number, number])[]): PlannedSergeant[] {
  const mates = new Map(
    pairs.flatMap(([a, b]): [number, number][] => [
      [a, b],
      [b, a],
    ]),
  );
  return terms.wards.flatMap(({ code }, place): PlannedSergeant[] => {
    const mate = mates.get(place);
    if (mate !== undefined && mate < place) return [];
    const led = [place, ...(mate === undefined ? [] : [mate])].flatMap((each) => terms.wards[each] ?? []);
    const alone = terms.review.tiers[code] ?? tierByDemand(terms, code);
    return [
      {
        wards: led.map((ward) => ward.code),
        names: led.map(({ name }) => name),
        tier: mate === undefined ? alone : 'Standard',
        demandShare: led.reduce((sum, { demandShare }) => sum + demandShare, 0),
      },
    ];
  });
}
