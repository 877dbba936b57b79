import { andList } from '../../ui/and-list.ts';
import { longDate } from '../../ui/long-date.ts';
import type { FundedOfficers } from '../review.ts';
import { officersIn, officerWords, placesOf, type Rule, sourceOf, type Terms } from '../rule.ts';

const paidOn = (asAt: string) => (each: FundedOfficers) => each.until === null || asAt <= each.until;

/**
 * What each funded place has at least: the floor of its wards, and every officer paid for it or for a place inside it.
 */
function leastIn({ review, limits, asAt }: Terms): { place: string; wards: string[]; funded: number; least: number }[] {
  const paid = (review.side['funded-officers'] ?? []).filter(paidOn(asAt));
  return paid.map(({ place, wards }) => {
    const inside = new Set(wards);
    const funded = paid
      .filter((each) => each.wards.every((code) => inside.has(code)))
      .reduce((sum, { officers }) => sum + officers, 0);
    return { place, wards, funded, least: wards.length * limits.floors.dwo + funded };
  });
}

/** Officers that somebody else pays for stay in their place, above its floor. */
export const fundedOfficers: Rule = {
  name: 'funded-officers',
  about:
    'Officers somebody else pays for stay in the place they are paid for, above its floor, while they are paid for.',
  source: 'Switched on by a rules file; what a council or a grant pays for is not spread over other wards.',
  kind: 'side',
  of: 'officers',
  inForce(terms) {
    const listed = terms.review.side['funded-officers'];
    if (listed === undefined) return null;
    const each = listed.map((funded) => {
      const { place, officers, fundedBy, until } = funded;
      const who = `${officerWords(officers, 'dwo')} paid for by ${fundedBy} ${officers === 1 ? 'stays' : 'stay'} in ${place} above its floor`;
      if (!paidOn(terms.asAt)(funded)) return `the money of ${fundedBy} for ${place} ended on ${longDate(until ?? '')}`;
      return until === null ? who : `${who}, until ${longDate(until)}`;
    });
    const said = andList(each);
    const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
    return { name: 'funded-officers', sentence, source: sourceOf(terms), from: null };
  },
  enter(question, terms) {
    const places = placesOf(terms);
    const groups = leastIn(terms).map(({ place, wards, least }) => ({
      name: `funded ${place}`,
      wards: wards.flatMap((code) => places.get(code) ?? []),
      least,
      most: terms.limits.officers.dwo,
    }));
    return { ...question, groups: [...question.groups, ...groups] };
  },
  conflicts(terms) {
    const { ceilings, officers, floors } = terms.limits;
    for (const { place, wards, funded, least } of leastIn(terms)) {
      const room = wards.length * (ceilings.dwo ?? Number.POSITIVE_INFINITY);
      const others = (terms.wards.length - wards.length) * floors.dwo;
      const about = `The floor of ${place} and ${officerWords(funded, 'dwo')} paid for it come to ${least}`;
      const conflict = (sentence: string) => [{ rule: 'funded-officers', sentence }];
      if (least > room) return conflict(`${about}, and the ceiling leaves room for ${room}. Raise the ceiling.`);
      if (least + others > officers.dwo)
        return conflict(
          `${about}, the other wards' floor to ${others}, and there are ${officers.dwo} in all. Count funded officers in --dwo.`,
        );
    }
    return [];
  },
  breach(terms, plan) {
    for (const { place, wards, funded, least } of leastIn(terms)) {
      const has = officersIn(plan, wards);
      if (has < least)
        return `${place} has ${officerWords(has, 'dwo')}; its floor and ${officerWords(funded, 'dwo')} paid for it come to ${least}.`;
    }
    return null;
  },
};
