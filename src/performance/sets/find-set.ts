import type { MeasureSet } from '../model.ts';
import { nearestNames } from './nearest-names.ts';
import { plainName } from './plain-name.ts';

/** The set a person named, or one plain sentence with names that may have been meant. */
export type FoundSet = { kind: 'set'; set: MeasureSet } | { kind: 'refused'; because: string };

/**
 * The version of a set that is in force on a day. Its name or title is matched whatever the capitals, spaces and hyphens:
 * "Public Space" is "public-space" and "MOPAC7" is "mopac-7". A name goes before a title, and the first of two sets of one
 * name or title before the second.
 * @param sets every version of every set, those that come with Wardroom first
 * @param asAt "2026-11-22"
 */
export function findSet(sets: readonly MeasureSet[], name: string, asAt: string): FoundSet {
  const wanted = plainName(name);
  const named =
    sets.find((set) => plainName(set.name) === wanted) ?? sets.find((set) => plainName(set.title) === wanted);
  const versions = sets.filter((set) => set.name === named?.name);
  const inForce = inForceOn(versions, asAt)[0];
  if (inForce) return { kind: 'set', set: inForce };
  const [next] = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (next)
    return { kind: 'refused', because: `The set "${next.name}" is in force from ${next.from} only: choose another.` };
  const names = [...new Set(sets.map((set) => set.name))].toSorted();
  const near = nearestNames(wanted, names, plainName);
  const meant = near.length === 0 ? `choose ${names.join(' or ')}` : `did you mean ${near.join(' or ')}?`;
  return {
    kind: 'refused',
    because: `There is no set of measures "${name.trim()}": ${meant}${near.length === 0 ? '.' : ''}`,
  };
}

/** The version of each set in force on a day, in the order of their names. */
export function inForceOn(sets: readonly MeasureSet[], asAt: string): MeasureSet[] {
  const latest = new Map<string, MeasureSet>();
  for (const set of sets) {
    const known = latest.get(set.name);
    if (set.from <= asAt && (known === undefined || isLater(set, known))) latest.set(set.name, set);
  }
  return [...latest.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A later first day is in force; of one day, the later version. */
const isLater = (set: MeasureSet, than: MeasureSet): boolean =>
  set.from > than.from || (set.from === than.from && set.version > than.version);
