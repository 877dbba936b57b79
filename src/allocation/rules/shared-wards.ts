import { countWords } from '../../ui/count-words.ts';
import { type Rule, wardNamed } from '../rule.ts';
import { mostPairs, pairsNeeded, possiblePairs, sergeantWords, wardSergeants } from '../sergeant-pairs.ts';

const RULE = 'shared-wards';
const SOURCE =
  'Homes and Community Scrutiny, Islington, 18 July 2024: a sergeant with one ward in High and Medium, with two in Standard.';

/** Two Standard wards share a sergeant: adjacent ones of one borough, and never three. */
export const sharedWards: Rule = {
  name: RULE,
  about: 'A sergeant leads one ward or two, and two only if they are Standard, touch and lie in the same borough.',
  source: SOURCE,
  kind: 'sergeants',
  of: 'sergeants',
  inForce(terms) {
    if (terms.sergeants === null) return null;
    const pairs = pairsNeeded(terms);
    const shared =
      pairs === 0 ? 'No sergeant leads two wards' : `${sergeantWords(pairs)} ${pairs === 1 ? 'leads' : 'lead'} two`;
    const sentence = `${shared}; two wards share one only if they touch and lie in the same borough. ${terms.sergeants.adjacencySource}`;
    return { name: RULE, sentence, source: SOURCE, from: null };
  },
  enter(question, terms) {
    if (question.sergeants === null) return question;
    return { ...question, sergeants: { ...question.sergeants, pairs: possiblePairs(terms) } };
  },
  conflicts(terms) {
    if (terms.sergeants === null || !Number.isInteger(wardSergeants(terms))) return [];
    const { wards } = terms;
    const [leaders, needed] = [wardSergeants(terms), pairsNeeded(terms)];
    // More elsewhere than there are: another rule tells it, and no number of pairs would help.
    if (leaders < 0) return [];
    if (leaders * 2 < wards.length)
      return [
        {
          rule: RULE,
          sentence: `${sergeantWords(leaders)} with two wards each lead ${leaders * 2} and there are ${wards.length}: at least ${sergeantWords(Math.ceil(wards.length / 2))} are needed.`,
        },
      ];
    const pairs = needed <= 0 ? 0 : mostPairs(terms, possiblePairs(terms));
    if (needed <= pairs) return [];
    return [
      {
        rule: RULE,
        sentence: `${sergeantWords(leaders)} for ${wards.length} wards need ${countWords(needed, 'pair')} of wards that touch in the same borough, and ${pairs} can be made at once: at least ${sergeantWords(wards.length - pairs)} are needed.`,
      },
    ];
  },
  breach(terms, { sergeants }) {
    if (terms.sergeants === null) return null;
    const allowed = new Set(possiblePairs(terms).map(String));
    const placeOf = (code: string) => terms.wards.findIndex((ward) => ward.code === code);
    for (const { wards, tier } of sergeants) {
      const names = wards.map((code) => wardNamed(terms, code)).join(', ');
      if (wards.length > 2) return `A sergeant leads ${wards.length} wards: ${names}.`;
      if (wards.length === 2 && tier !== 'Standard') return `${names} share a sergeant and are ${tier}.`;
      if (wards.length === 2 && !allowed.has(String(wards.map(placeOf).toSorted((a, b) => a - b))))
        return `${names} share a sergeant and do not touch in one borough.`;
      if (wards.length === 1 && tier === 'Standard') return `${names} is Standard and shares no sergeant.`;
    }
    return null;
  },
};
