import { ordinal } from '../ui/ordinal.ts';
import { sayRules } from './binding-names.ts';
import type { Award, OptimalPlan } from './model.ts';
import type { RuledPlan, Terms } from './rule.ts';
import { sideRulesInForce } from './terms-of.ts';

/** An officer above the floor: a place in the order of the terms, and the number the ward has with them. */
interface Step {
  place: number;
  number: number;
  /** By demand, as in the hand-out. */
  priority: number;
}

interface Shaped {
  terms: Terms;
  handedOut: OptimalPlan;
  officers: readonly number[];
  sergeants: RuledPlan['sergeants'];
}

/**
 * The officers above the floor of a plan that side rules shape, by ward, each with why it is there. One that the hand-out
 * gives too keeps the hand-out's turn and reason. Any other has no turn: it stands for one officer that another ward has by
 * demand, the first for the first, and names the rules that keep it from there.
 * @param officers dedicated ward officers of each ward, in the order of the terms
 */
export function ruleAwards(
  terms: Terms,
  handedOut: OptimalPlan,
  officers: readonly number[],
  sergeants: RuledPlan['sergeants'] = [],
): Award[][] {
  const shaped = { terms, handedOut, officers, sergeants };
  const instead = insteadOf(shaped);
  return handedOut.wards.map((ward, place) =>
    stepsOf(shaped, place, terms.limits.floors.dwo, officers[place] ?? 0).map(({ number, priority }) => {
      const given = ward.awards.find((award) => award.officers === number);
      if (given !== undefined) return { ...given, reason: `By demand alone, ${given.reason}` };
      const lacking = instead.get(`${place} ${number}`) ?? null;
      return { rank: null, officers: number, priority, reason: reasonOf(shaped, { place, number, lacking }) };
    }),
  );
}

/** A ward's officers above one number up to another. */
function stepsOf({ handedOut }: Pick<Shaped, 'handedOut'>, place: number, above: number, upTo: number): Step[] {
  const demandShare = handedOut.wards[place]?.demandShare ?? 0;
  return Array.from({ length: Math.max(0, upTo - above) }, (_, step) => {
    const number = above + step + 1;
    return { place, number, priority: demandShare / Math.sqrt(number * (number - 1)) };
  });
}

/** Which ward lacks the officer that rules put elsewhere, one for one: the first in line by demand for the first. */
function insteadOf(shaped: Shaped): Map<string, number> {
  const { handedOut, officers } = shaped;
  const inLine = (steps: Step[]) =>
    steps.toSorted((a, b) => b.priority - a.priority || a.place - b.place || a.number - b.number);
  const surplus = handedOut.wards.flatMap(({ dwo }, place) => stepsOf(shaped, place, dwo, officers[place] ?? 0));
  const lacking = inLine(
    handedOut.wards.flatMap(({ dwo }, place) => stepsOf(shaped, place, officers[place] ?? 0, dwo)),
  );
  return new Map(
    inLine(surplus).flatMap(({ place, number }, turn): [string, number][] => {
      const other = lacking[turn];
      return other === undefined ? [] : [[`${place} ${number}`, other.place]];
    }),
  );
}

interface Moved {
  place: number;
  number: number;
  /** The ward that has the officer by demand; null where none does. */
  lacking: number | null;
}

function reasonOf(shaped: Shaped, moved: Moved): string {
  const ward = shaped.handedOut.wards[moved.place];
  if (ward === undefined) return '';
  const rules = rulesThatKeep(shaped, moved);
  const named = rules.length === 0 ? 'the side rules together' : sayRules(rules);
  const other = moved.lacking === null ? undefined : shaped.handedOut.wards[moved.lacking];
  const instead = other === undefined ? '' : `it would go to ${other.name}, and `;
  return `${ward.name} has its ${ordinal(moved.number)} officer because of ${named}: by demand alone ${instead}${ward.name} would have ${ward.dwo}.`;
}

/** Side rules that would be broken were this one officer in the ward that has it by demand, all others as they are. */
function rulesThatKeep({ terms, handedOut, officers, sergeants }: Shaped, { place, lacking }: Moved): string[] {
  const moved: RuledPlan = {
    wards: handedOut.wards.map(({ code, name, borough, pcso }, other) => ({
      ...{ code, name, borough, pcso },
      dwo: (officers[other] ?? 0) + (other === lacking ? 1 : 0) - (other === place ? 1 : 0),
    })),
    sergeants,
  };
  return sideRulesInForce(terms)
    .filter((rule) => rule.breach(terms, moved) !== null)
    .map(({ name }) => name);
}
