import { editDistance } from '../lib/words/edit-distance.ts';
import type { Area } from './model.ts';
import { plainName } from './plain-name.ts';

/** What a search for one area came to. */
export type FoundArea =
  | { kind: 'found'; area: Area }
  /** Several areas have the name; say which by borough or code. */
  | { kind: 'ambiguous'; areas: Area[] }
  /** None has it; these have names like it, nearest first. */
  | { kind: 'none'; near: Area[] };

const MOST_SUGGESTIONS = 5;

/**
 * Finds an area by its code or name, or by name and borough ("Highgate, Camden"), whatever the capitals and
 * punctuation; "&" and "and" are the same.
 * @param areas areas of one boundary version
 * @example findArea(referenceAreas('wards-2022'), 'st pancras and somers town') // E05013669
 */
export function findArea(areas: readonly Area[], text: string): FoundArea {
  const code = text.trim().toUpperCase();
  const wanted = plainName(text);
  const byCode = areas.filter((area) => area.code === code);
  const exact = byCode.length > 0 ? byCode : areas.filter((area) => namesOf(area).includes(wanted));
  const [first, ...others] = exact;
  if (first === undefined) return { kind: 'none', near: nearest(areas, wanted) };
  return others.length === 0 ? { kind: 'found', area: first } : { kind: 'ambiguous', areas: exact };
}

function namesOf(area: Area): string[] {
  const name = plainName(area.name);
  return area.boroughName === null ? [name] : [name, `${name} ${plainName(area.boroughName)}`];
}

function nearest(areas: readonly Area[], wanted: string): Area[] {
  if (wanted === '') return [];
  return areas
    .map((area) => ({ area, distance: distanceBetween(plainName(area.name), wanted) }))
    .filter(({ distance }) => distance <= Math.max(1, wanted.length / 4))
    .toSorted((a, b) => a.distance - b.distance || (a.area.code < b.area.code ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ area }) => area);
}

/** 0.5 when one name holds the other as words, else the number of letters to add, drop or change. */
function distanceBetween(name: string, wanted: string): number {
  const holds = (long: string, short: string) => ` ${long}`.includes(` ${short}`);
  return holds(name, wanted) || holds(wanted, name) ? 0.5 : editDistance(name, wanted);
}
