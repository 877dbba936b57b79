import { percent } from '../../ui/percent.ts';
import type { Tier } from '../review.ts';
import { type Rule, SET_FOR_THIS_PLAN, type Terms, wardNamed } from '../rule.ts';

const RULE = 'tier-threshold';

/** Demand from which a ward with a sergeant of its own is High, as a share of the unit's. */
export const highThreshold = ({ review, wards }: Terms): number => review.highFrom / Math.max(wards.length, 1);

/** The tier of a ward with a sergeant of its own, where nobody fixed it. */
export function tierByDemand(terms: Terms, code: string): Exclude<Tier, 'Standard'> {
  const demand = terms.wards.find((ward) => ward.code === code)?.demandShare ?? 0;
  return demand >= highThreshold(terms) ? 'High' : 'Medium';
}

/** Of wards with a sergeant of their own, those with much demand are High, the others Medium. */
export const tierThreshold: Rule = {
  name: RULE,
  about: 'A ward with a sergeant of its own is High from so many times the average ward’s demand, and Medium below.',
  source: SET_FOR_THIS_PLAN,
  kind: 'sergeants',
  of: 'sergeants',
  inForce(terms) {
    if (terms.sergeants === null) return null;
    const sentence = `A ward with a sergeant of its own is High from ${percent(highThreshold(terms), 2)} of demand, ${terms.review.highFrom} times the average, and Medium below.`;
    return { name: RULE, sentence, source: SET_FOR_THIS_PLAN, from: null };
  },
  // The solver chooses only who shares a sergeant: High and Medium differ in nothing else.
  enter: (question) => question,
  conflicts: () => [],
  breach(terms, { sergeants }) {
    if (terms.sergeants === null) return null;
    for (const { wards, tier } of sergeants) {
      const [code, second] = wards;
      if (code === undefined || second !== undefined || terms.review.tiers[code] !== undefined) continue;
      const due = tierByDemand(terms, code);
      if (tier !== due) return `${wardNamed(terms, code)} is ${tier} and by its demand ${due}.`;
    }
    return null;
  },
};
