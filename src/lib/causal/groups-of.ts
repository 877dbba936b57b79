import { InvalidArgument } from '../invalid-argument.ts';

/**
 * Every group of a size, or every one whose units are connected by borders between them.
 * @param units indexes to choose from, each once
 * @param size  units in a group, 1 ≤ size ≤ number of units
 * @param pairs units that adjoin, in either order; null: any units make a group
 * @returns groups in the order of `units`, each once; none where no units are so connected
 * @throws InvalidArgument when the size is out of range
 * @example
 * groupsOf([0, 1, 2], 2, null); // [[0, 1], [0, 2], [1, 2]]
 * groupsOf([0, 1, 2], 2, [[1, 2]]); // [[1, 2]]
 */
export function groupsOf(
  units: readonly number[],
  size: number,
  pairs: readonly (readonly [number, number])[] | null,
): (readonly number[])[] {
  if (!(Number.isInteger(size) && size >= 1 && size <= units.length)) {
    throw new InvalidArgument(`Groups of ${size} cannot be made of ${units.length} units.`);
  }
  const groups: (readonly number[])[] = [];
  const choose = (chosen: readonly number[], from: number): void => {
    if (chosen.length === size) {
      groups.push(chosen);
      return;
    }
    const last = units.length - (size - chosen.length);
    for (let at = from; at <= last; at += 1) choose([...chosen, units[at] as number], at + 1);
  };
  choose([], 0);
  if (pairs === null) return groups;
  const borders = new Map<number, Set<number>>();
  for (const [one, other] of pairs) {
    borders.set(one, (borders.get(one) ?? new Set()).add(other));
    borders.set(other, (borders.get(other) ?? new Set()).add(one));
  }
  return groups.filter((group) => connected(group, borders));
}

/** Whether one can go from any unit of the group to any other without leaving it. */
function connected(group: readonly number[], borders: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  const reached = group.slice(0, 1);
  for (const unit of reached) {
    for (const next of group) if (!reached.includes(next) && borders.get(unit)?.has(next)) reached.push(next);
  }
  return reached.length === group.length;
}
