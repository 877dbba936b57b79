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
  if (pairs !== null) return connectedGroups(units, size, pairs);
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
  return groups;
}

/**
 * Grown from each unit over borders, so that the groups that do not hang together are never gone through.
 * @source Wernicke (2006), Efficient Detection of Network Motifs, doi:10.1109/TCBB.2006.51, algorithm ESU
 */
function connectedGroups(
  units: readonly number[],
  size: number,
  pairs: readonly (readonly [number, number])[],
): (readonly number[])[] {
  const beside = besideOf(units, pairs);
  const groups: (readonly number[])[] = [];
  // Places in `units`: a group is found from the first of its own, and from no other.
  const grow = (group: readonly number[], reach: readonly number[], known: ReadonlySet<number>): void => {
    if (group.length === size) {
      groups.push(group.toSorted((a, b) => a - b));
      return;
    }
    for (const [at, next] of reach.entries()) {
      const fresh = (beside[next] ?? []).filter((place) => place > (group[0] as number) && !known.has(place));
      grow([...group, next], [...reach.slice(at + 1), ...fresh], new Set([...known, ...fresh]));
    }
  };
  for (const [first, around] of beside.entries()) {
    const reach = around.filter((place) => place > first);
    grow([first], reach, new Set([first, ...reach]));
  }
  return groups.sort(byPlaces).map((group) => group.map((place) => units[place] as number));
}

/** Places of the units that each unit adjoins. */
function besideOf(units: readonly number[], pairs: readonly (readonly [number, number])[]): number[][] {
  const places = new Map(units.map((unit, place) => [unit, place]));
  const beside = units.map(() => new Set<number>());
  for (const [one, other] of pairs) {
    const [a, b] = [places.get(one), places.get(other)];
    if (a === undefined || b === undefined || a === b) continue;
    beside[a]?.add(b);
    beside[b]?.add(a);
  }
  return beside.map((around) => [...around]);
}

function byPlaces(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, index) => place !== other[index]);
  return at === -1 ? 0 : (one[at] as number) - (other[at] as number);
}
