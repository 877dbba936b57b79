import { andList } from '../../ui/and-list.ts';
import { longDate } from '../../ui/long-date.ts';
import type { FundedOfficers } from '../review.ts';
import { officersIn, officerWords, placesOf, type Rule, sourceOf, type Terms } from '../rule.ts';

const RULE = 'funded-officers';
/** Places and sums of crossing places that are asked for: more are told to be too many. */
const MOST_PLACES = 200;

/** One place of funded officers, or several that cross, and what its wards have at least. */
interface FundedPlace {
  places: string[];
  wards: string[];
  /** Officers paid for in it, or in a part of it. */
  funded: number;
  least: number;
}

const paidOn = (asAt: string) => (each: FundedOfficers) => each.until === null || asAt <= each.until;
const paidIn = ({ review, asAt }: Terms) => (review.side[RULE] ?? []).filter(paidOn(asAt));

/**
 * What the wards of each funded place have at least: their floor, and every officer paid for inside. Of places that cross
 * the same holds for their wards together: by Hall's theorem (Hall 1935, On Representatives of Subsets,
 * https://doi.org/10.1112/jlms/s1-10.37.26) that is just what it takes for no officer to count for two who pay.
 * @returns null where there are too many places that cross
 */
function leastIn(terms: Terms): FundedPlace[] | null {
  const paid = paidIn(terms);
  const unions = unionsOf(paid);
  return (
    unions?.map(({ places, wards }) => {
      const funded = paid
        .filter((each) => each.wards.every((code) => wards.has(code)))
        .reduce((sum, { officers }) => sum + officers, 0);
      return { places, wards: [...wards], funded, least: wards.size * terms.limits.floors.dwo + funded };
    }) ?? null
  );
}

interface Union {
  places: string[];
  wards: ReadonlySet<string>;
}

/** Every set of wards that is a place, or some places together of which each touches another; each once. */
function unionsOf(paid: readonly FundedOfficers[]): Union[] | null {
  const found = new Map<string, Union>();
  const add = (union: Union) => {
    const key = [...union.wards].toSorted().join();
    if (!found.has(key)) found.set(key, union);
  };
  for (const { place, wards } of paid) add({ places: [place], wards: new Set(wards) });
  const single = [...found.values()];
  if (single.length > MOST_PLACES) return null;
  // A Map is walked to its end, and what is added on the way is walked too.
  for (const { places, wards } of found.values())
    for (const other of single) {
      if (![...other.wards].some((code) => wards.has(code))) continue;
      add({ places: [...places, ...other.places], wards: new Set([...wards, ...other.wards]) });
      if (found.size > MOST_PLACES) return null;
    }
  return [...found.values()];
}

const has = (places: readonly string[], one: string, several: string) => (places.length === 1 ? one : several);

/** Officers that somebody else pays for stay in their place, above its floor. */
export const fundedOfficers: Rule = {
  name: RULE,
  about:
    'Officers somebody else pays for stay in the place they are paid for, above its floor, while they are paid for.',
  source: 'Switched on for one review; what a council or a grant pays for is not spread over other wards.',
  kind: 'side',
  of: 'officers',
  inForce(terms) {
    const listed = terms.review.side[RULE];
    if (listed === undefined) return null;
    const each = listed.map((funded) => {
      const { place, officers, fundedBy, until } = funded;
      const who = `${officerWords(officers, 'dwo')} paid for by ${fundedBy} ${officers === 1 ? 'stays' : 'stay'} in ${place} above its floor`;
      if (!paidOn(terms.asAt)(funded)) return `the money of ${fundedBy} for ${place} ended on ${longDate(until ?? '')}`;
      return until === null ? who : `${who}, until ${longDate(until)}`;
    });
    const said = andList(each);
    const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
    return { name: RULE, sentence, source: sourceOf(terms), from: null };
  },
  enter(question, terms) {
    const at = placesOf(terms);
    const groups = (leastIn(terms) ?? []).map(({ places, wards, least }) => ({
      name: `funded ${andList(places)}`,
      wards: wards.flatMap((code) => at.get(code) ?? []),
      least,
      most: terms.limits.officers.dwo,
    }));
    return { ...question, groups: [...question.groups, ...groups] };
  },
  conflicts(terms) {
    const conflict = (sentence: string) => [{ rule: RULE, sentence }];
    const asked = leastIn(terms);
    if (asked === null)
      return conflict(
        `The places of funded officers cross in more than ${MOST_PLACES} ways, which are too many to weigh: name fewer, or places that do not cross.`,
      );
    const { ceilings, officers, floors } = terms.limits;
    for (const { places, wards, funded, least } of asked) {
      const room = wards.length * (ceilings.dwo ?? Number.POSITIVE_INFINITY);
      const others = (terms.wards.length - wards.length) * floors.dwo;
      const about = `The floor of ${andList(places)} and ${officerWords(funded, 'dwo')} paid for ${has(places, 'it', 'them')} come to ${least}`;
      if (least > room) return conflict(`${about}, and the ceiling leaves room for ${room}. Raise the ceiling.`);
      if (least + others > officers.dwo)
        return conflict(
          `${about}, the other wards' floor to ${others}, and there are ${officers.dwo} in all. Count funded officers among all officers.`,
        );
    }
    return [];
  },
  breach(terms, plan) {
    for (const { places, wards, funded, least } of leastIn(terms) ?? []) {
      const there = officersIn(plan, wards);
      if (there < least)
        return `${andList(places)} ${has(places, 'has', 'have')} ${officerWords(there, 'dwo')}${has(places, '; its', ' together; their')} floor and ${officerWords(funded, 'dwo')} paid for ${has(places, 'it', 'them')} come to ${least}.`;
    }
    return null;
  },
};
