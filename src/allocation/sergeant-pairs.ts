import { maximumMatching } from '../lib/matching/index.ts';
import { placesOf, type Terms } from './rule.ts';

/** How many sergeants lead wards: all but those in posts elsewhere. A whole number once the rules were asked. */
export function wardSergeants({ sergeants }: Terms): number {
  return sergeants === null ? 0 : Math.round((sergeants.sergeants - sergeants.elsewhere) * 1e6) / 1e6;
}

/** Wards less sergeants: so many pairs share one. */
export const pairsNeeded = (terms: Terms): number => terms.wards.length - wardSergeants(terms);

/** Places of wards that touch and lie in one borough, each pair once, the lower place first. */
export function possiblePairs(terms: Terms): [number, number][] {
  const places = placesOf(terms);
  const boroughAt = (place: number) => terms.wards[place]?.borough;
  const pairs = new Map<string, [number, number]>();
  for (const [one, other] of terms.sergeants?.adjacent ?? []) {
    const [a, b] = [places.get(one), places.get(other)];
    if (a === undefined || b === undefined || a === b || boroughAt(a) !== boroughAt(b)) continue;
    const pair: [number, number] = a < b ? [a, b] : [b, a];
    pairs.set(pair.join(), pair);
  }
  return [...pairs.values()].toSorted(([a, b], [c, d]) => a - c || b - d);
}

/** The most pairs that can be made at once of some possible ones. */
export const mostPairs = (terms: Terms, pairs: readonly (readonly [number, number])[]): number =>
  maximumMatching(terms.wards.length, pairs).length;

/** "16 sergeants", "1 sergeant". */
export const sergeantWords = (count: number): string => `${count} ${count === 1 ? 'sergeant' : 'sergeants'}`;
