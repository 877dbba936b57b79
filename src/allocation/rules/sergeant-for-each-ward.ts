import { type Rule, SET_FOR_THIS_PLAN, type Terms } from '../rule.ts';
import { sergeantWords, wardSergeants } from '../sergeant-pairs.ts';

const RULE = 'sergeant-for-each-ward';

function elsewhereWords({ sergeants }: Terms): string {
  if (sergeants === null || sergeants.elsewhere === 0) return '';
  return ` (${sergeants.sergeants} less ${sergeants.elsewhere} in posts elsewhere)`;
}

/** Every ward is led by one sergeant, and every sergeant of the wards leads one. */
export const sergeantForEachWard: Rule = {
  name: RULE,
  about: 'Every ward is led by exactly one sergeant, and every sergeant who is not in a post elsewhere leads a ward.',
  source:
    'Homes and Community Scrutiny, Islington, 18 July 2024: every ward has a sergeant, with one ward or with two.',
  kind: 'sergeants',
  of: 'sergeants',
  inForce(terms) {
    if (terms.sergeants === null) return null;
    const leaders = wardSergeants(terms);
    const sentence = `Every ward is led by one sergeant: ${sergeantWords(leaders)}${elsewhereWords(terms)} for ${terms.wards.length} wards.`;
    return { name: RULE, sentence, source: SET_FOR_THIS_PLAN, from: null };
  },
  enter(question, terms) {
    if (terms.sergeants === null) return question;
    const sergeants = { pairs: [], mustShare: [], mustNotShare: [], span: null, ...question.sergeants };
    return { ...question, sergeants: { ...sergeants, sergeants: wardSergeants(terms) } };
  },
  conflicts(terms) {
    const { sergeants, wards } = terms;
    if (sergeants === null) return [];
    const leaders = wardSergeants(terms);
    const conflict = (sentence: string) => [{ rule: RULE, sentence }];
    if (leaders < 0)
      return conflict(`${sergeants.elsewhere} of ${sergeants.sergeants} sergeants cannot be elsewhere: say fewer.`);
    if (!Number.isInteger(leaders))
      return conflict(
        `${sergeants.sergeants} sergeants less ${sergeants.elsewhere} elsewhere leave ${leaders}, and a ward is led by a whole sergeant. Change the number of sergeants, or of those elsewhere.`,
      );
    if (leaders > wards.length)
      return conflict(
        `There are ${sergeantWords(leaders)}${elsewhereWords(terms)} and only ${wards.length} wards to lead. Take away ${leaders - wards.length}, or say how many are in posts elsewhere.`,
      );
    return [];
  },
  breach(terms, { wards, sergeants }) {
    if (terms.sergeants === null) return null;
    for (const { code, name } of wards) {
      const leaders = sergeants.filter((each) => each.wards.includes(code)).length;
      if (leaders !== 1) return `${name} is led by ${leaders === 0 ? 'no sergeant' : sergeantWords(leaders)}.`;
    }
    const due = wardSergeants(terms);
    return sergeants.length === due ? null : `${sergeantWords(sergeants.length)} lead wards and there are ${due}.`;
  },
};
