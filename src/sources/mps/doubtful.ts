import type { Place } from './place.ts';

/** What is known of a row that was left out: the area and the offence it states; null where it cannot be told. */
export interface Doubt {
  place: Place | null;
  category: string | null;
}

/**
 * Which areas and offences have no value because of rows that were left out. A row that names both leaves them without
 * one. A row of which an area, an offence or both cannot be told may be any that is lacking, so what no row states has
 * no value there, rather than none: an unreadable row must never become no crime.
 */
export function doubtful(doubts: readonly Doubt[]): (areaCode: string, category: string, isStated: boolean) => boolean {
  const stated = new Set<string>();
  const areas = new Set<string>();
  const categories = new Set<string>();
  let anything = false;
  for (const { place, category } of doubts) {
    if (place !== null && category !== null) stated.add(`${place.areaCode}\n${category}`);
    else if (place !== null) areas.add(place.areaCode);
    else if (category !== null) categories.add(category);
    else anything = true;
  }
  return (areaCode, category, isStated) =>
    stated.has(`${areaCode}\n${category}`) ||
    (!isStated && (anything || areas.has(areaCode) || categories.has(category)));
}
