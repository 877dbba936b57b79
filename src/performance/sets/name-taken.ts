import type { MeasureSet } from '../model.ts';
import { plainName } from './plain-name.ts';

/** A set that was added to the records. */
export interface AddedSet extends MeasureSet {
  /** The command unit whose it is. */
  unit: string;
  /** True for what was added in the demonstration. */
  synthetic: boolean;
}

/**
 * Why a unit may not use a name or a title for a set. Whoever compares names a set by either, whatever the unit: so those of
 * the sets that come with Wardroom are nobody's, and another name is of the unit that used it first.
 * @param shipped sets that come with Wardroom
 * @param added those that stand
 * @returns one plain sentence; null where nothing stands in the way
 */
export function nameTaken(
  { unit, name, title }: Pick<AddedSet, 'unit' | 'name' | 'title'>,
  shipped: readonly MeasureSet[],
  added: readonly AddedSet[],
): string | null {
  const wanted = new Set([plainName(name), plainName(title)]);
  const clashes = (set: MeasureSet) => wanted.has(plainName(set.name)) || wanted.has(plainName(set.title));
  const ours = shipped.find(clashes);
  if (ours !== undefined)
    return `"${ours.name}" comes with Wardroom and is the same for everybody: give yours another name and title.`;
  const theirs = added.find((set) => set.name !== name && plainName(set.name) === plainName(name));
  if (theirs !== undefined) return `The set "${theirs.name}" would be mistaken for it: give yours another name.`;
  const before = added.find((set) => set.name === name);
  return before === undefined || before.unit === unit
    ? null
    : `The set "${name}" is of ${before.unit}: give yours another name.`;
}
