import { ordinal } from '../ui/ordinal.ts';
import type { Award, OptimalPlan, PlannedWard } from './model.ts';
import { quotedRule, type RuledPlan, type Terms } from './rule.ts';
import { sideRulesInForce } from './terms-of.ts';

/**
 * The officers above the floor of a plan that side rules shape, by ward: in the order of their priority within the plan,
 * each with why it is there. One that the hand-out gives too keeps the hand-out's reason; any other names its rule.
 * @param officers dedicated ward officers of each ward, in the order of the terms
 */
export function ruleAwards(terms: Terms, handedOut: OptimalPlan, officers: readonly number[]): Award[][] {
  const floor = terms.limits.floors.dwo;
  const steps = handedOut.wards.flatMap((ward, place) =>
    Array.from({ length: Math.max(0, (officers[place] ?? 0) - floor) }, (_, step) => {
      const number = floor + step + 1;
      return { place, number, priority: ward.demandShare / Math.sqrt(number * (number - 1)) };
    }),
  );
  steps.sort((a, b) => b.priority - a.priority || a.place - b.place || a.number - b.number);
  const awards: Award[][] = handedOut.wards.map(() => []);
  steps.forEach(({ place, number, priority }, turn) => {
    const reason = reasonFor({ terms, handedOut, officers }, place, number);
    awards[place]?.push({ rank: turn + 1, officers: number, priority, reason });
  });
  return awards;
}

interface Shaped {
  terms: Terms;
  handedOut: OptimalPlan;
  officers: readonly number[];
}

function reasonFor(shaped: Shaped, place: number, number: number): string {
  const ward = shaped.handedOut.wards[place];
  if (ward === undefined) return '';
  const given = ward.awards.find((award) => award.officers === number);
  if (given !== undefined) return `By demand alone, ${given.reason}`;
  const first = firstInLine(shaped, place);
  const rules = rulesThatKeep(shaped, { place, number, first });
  const named =
    rules.length === 0
      ? 'of the side rules together'
      : `of the ${rules.length === 1 ? 'rule' : 'rules'} ${rules.map(quotedRule).join(' and ')}`;
  const instead = first === null ? '' : `it would go to ${shaped.handedOut.wards[first]?.name}, and `;
  return `${ward.name} has its ${ordinal(number)} officer because ${named}: by demand alone ${instead}${ward.name} would have ${ward.dwo}.`;
}

/** The ward that would have the officer by demand: of those with fewer than the hand-out gives, the highest priority. */
function firstInLine({ handedOut, officers }: Shaped, place: number): number | null {
  const priority = (ward: PlannedWard, has: number) => ward.demandShare / Math.sqrt(has * (has + 1));
  let best: { place: number; priority: number } | null = null;
  for (const [other, ward] of handedOut.wards.entries()) {
    const has = officers[other] ?? 0;
    if (other === place || has >= ward.dwo) continue;
    const value = priority(ward, has);
    if (best === null || value > best.priority) best = { place: other, priority: value };
  }
  return best?.place ?? null;
}

/** Side rules that would be broken were the officer in the ward that demand would give it to, or nowhere if there is none. */
function rulesThatKeep(
  { terms, handedOut, officers }: Shaped,
  { place, number, first }: { place: number; number: number; first: number | null },
): string[] {
  const numbersWith = (change: (other: number, has: number) => number): RuledPlan => ({
    wards: handedOut.wards.map(({ code, name, borough, pcso }, other) => ({
      ...{ code, name, borough, pcso },
      dwo: change(other, officers[other] ?? 0),
    })),
    sergeants: [],
  });
  const moved = numbersWith((other, has) => (other === place ? number - 1 : other === first ? has + 1 : has));
  const rules = sideRulesInForce(terms).filter((rule) => rule.of === 'officers');
  return rules.filter((rule) => rule.breach(terms, moved) !== null).map(({ name }) => name);
}
