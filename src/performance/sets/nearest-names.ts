import { editDistance } from '../../lib/words/edit-distance.ts';

/**
 * Names that may have been meant by what someone typed, the nearest first: those a third of whose letters or fewer differ,
 * or that begin with it.
 * @param plain how a name is compared, such as without hyphens
 */
export function nearestNames(typed: string, names: readonly string[], plain: (name: string) => string): string[] {
  const furthest = Math.max(2, Math.floor(typed.length / 3));
  return names
    .map((name) => ({ name, distance: distanceTo(typed, plain(name)) }))
    .filter(({ distance }) => distance <= furthest)
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ name }) => name);
}

function distanceTo(typed: string, name: string): number {
  return typed.length > 2 && name.startsWith(typed) ? 1 : editDistance(typed, name);
}
