import { type Rule, type RuledPlan, sourceOf, type Terms, wardNamed } from '../rule.ts';
import { mostPairs, pairsNeeded, possiblePairs, wardSergeants } from '../sergeant-pairs.ts';

const RULE = 'sergeant-span';
const spanOf = ({ review, sergeants }: Terms) => (sergeants === null ? undefined : review.side[RULE]?.people);

const peopleIn = ({ wards }: RuledPlan, codes: readonly string[]): number =>
  wards.reduce((sum, { code, dwo, pcso }) => sum + (codes.includes(code) ? dwo + pcso : 0), 0);

/** A sergeant of two wards leads at most so many people. */
export const sergeantSpan: Rule = {
  name: RULE,
  about: 'A sergeant who leads two wards has at most so many officers and PCSOs: the span of control.',
  source: 'Switched on for one review.',
  kind: 'side',
  of: 'sergeants',
  inForce(terms) {
    const most = spanOf(terms);
    if (most === undefined) return null;
    const sentence = `A sergeant of two wards has at most ${most} officers and PCSOs.`;
    return { name: RULE, sentence, source: sourceOf(terms), from: null };
  },
  enter(question, terms) {
    const most = spanOf(terms);
    if (most === undefined || question.sergeants === null) return question;
    return { ...question, sergeants: { ...question.sergeants, span: { most, others: terms.pcsos } } };
  },
  conflicts(terms) {
    const most = spanOf(terms);
    if (most === undefined || !Number.isInteger(wardSergeants(terms))) return [];
    const least = 2 * (terms.limits.floors.dwo + terms.limits.floors.pcso);
    const pcsos = (place: number) => terms.pcsos[place] ?? terms.limits.floors.pcso;
    const pairs = possiblePairs(terms).filter(([a, b]) => 2 * terms.limits.floors.dwo + pcsos(a) + pcsos(b) <= most);
    const [needed, made] = [pairsNeeded(terms), mostPairs(terms, pairs)];
    if (made >= needed) return [];
    return [
      {
        rule: RULE,
        sentence: `A sergeant of two wards may have ${most} people; two wards have ${least} by the floor alone, and with their PCSOs only ${made} of the ${needed} pairs needed keep to that. Allow more people, or add sergeants.`,
      },
    ];
  },
  breach(terms, plan) {
    const most = spanOf(terms);
    if (most === undefined) return null;
    const wide = plan.sergeants.find(({ wards }) => wards.length > 1 && peopleIn(plan, wards) > most);
    if (wide === undefined) return null;
    const names = wide.wards.map((code) => wardNamed(terms, code)).join(' and ');
    return `The sergeant of ${names} has ${peopleIn(plan, wide.wards)} people, and at most ${most} are allowed.`;
  },
};
