import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import type { Tier } from '../review.ts';
import { placesOf, quotedRule, type Rule, sourceOf, type Terms, wardNamed } from '../rule.ts';
import { mostPairs, pairsNeeded, possiblePairs, sergeantWords, wardSergeants } from '../sergeant-pairs.ts';

const RULE = 'fixed-tiers';

/** Places of the wards fixed to share a sergeant, or fixed not to. */
function fixedPlaces(terms: Terms, sharing: boolean): number[] {
  const places = placesOf(terms);
  const wanted = (tier: Tier) => (tier === 'Standard') === sharing;
  return Object.entries(terms.review.tiers)
    .flatMap(([code, tier]) => (wanted(tier) ? (places.get(code) ?? []) : []))
    .toSorted((a, b) => a - b);
}

const isOn = ({ sergeants, review }: Terms) => sergeants !== null && Object.keys(review.tiers).length > 0;

/** Some wards have the tier that a user fixed. */
export const fixedTiers: Rule = {
  name: RULE,
  about:
    'Some wards have a tier that somebody fixed: High or Medium with a sergeant of their own, Standard with a shared one.',
  source: 'Switched on for one review.',
  kind: 'side',
  of: 'sergeants',
  inForce(terms) {
    if (!isOn(terms)) return null;
    const each = Object.entries(terms.review.tiers).map(([code, tier]) => `${wardNamed(terms, code)} is ${tier}`);
    return { name: RULE, sentence: `${andList(each)}.`, source: sourceOf(terms), from: null };
  },
  enter(question, terms) {
    if (question.sergeants === null || !isOn(terms)) return question;
    const fixed = { mustShare: fixedPlaces(terms, true), mustNotShare: fixedPlaces(terms, false) };
    return { ...question, sergeants: { ...question.sergeants, ...fixed } };
  },
  conflicts(terms) {
    if (!isOn(terms) || !Number.isInteger(wardSergeants(terms))) return [];
    const [sharing, alone] = [fixedPlaces(terms, true), fixedPlaces(terms, false)];
    const needed = pairsNeeded(terms);
    const conflict = (sentence: string) => [{ rule: RULE, sentence }];
    const leaders = `${sergeantWords(wardSergeants(terms))} for ${terms.wards.length} wards`;
    if (sharing.length > 2 * needed)
      return conflict(
        `${countWords(sharing.length, 'ward')} ${sharing.length === 1 ? 'is' : 'are'} fixed Standard, and ${leaders} make ${2 * needed} so. Fix fewer.`,
      );
    if (alone.length > terms.wards.length - 2 * needed)
      return conflict(
        `${countWords(alone.length, 'ward')} ${alone.length === 1 ? 'is' : 'are'} fixed High or Medium, and ${leaders} leave ${Math.max(0, terms.wards.length - 2 * needed)} with one of their own. Fix fewer.`,
      );
    const leftOut = new Set(alone);
    const pairs = possiblePairs(terms).filter((pair) => !pair.some((place) => leftOut.has(place)));
    const lonely = sharing.find((place) => !pairs.some((pair) => pair.includes(place)));
    if (lonely !== undefined)
      return conflict(
        `${terms.wards[lonely]?.name} is fixed Standard, and no ward of its borough that touches it may share a sergeant with it. Do not fix it.`,
      );
    const made = mostPairs(terms, pairs);
    if (made >= needed) return [];
    return conflict(
      `${leaders} need ${countWords(needed, 'pair')}, and the wards that are not fixed High or Medium make ${made}. Fix fewer, or leave the rule ${quotedRule(RULE)} out.`,
    );
  },
  breach(terms, { sergeants }) {
    if (!isOn(terms)) return null;
    for (const [code, tier] of Object.entries(terms.review.tiers)) {
      const has = sergeants.find(({ wards }) => wards.includes(code))?.tier;
      if (has !== tier) return `${wardNamed(terms, code)} is ${has ?? 'without a sergeant'} and fixed ${tier}.`;
    }
    return null;
  },
};
