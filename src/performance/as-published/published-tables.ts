import { nearestNames } from '../sets/nearest-names.ts';
import { ISLINGTON_2024_07 } from './islington-2024-07.ts';
import type { PublishedTable } from './model.ts';

/** Tables as they were published, the latest first. */
export const PUBLISHED_TABLES: readonly PublishedTable[] = [ISLINGTON_2024_07];

/** The table of a name, or one plain sentence. */
export function findPublishedTable(
  name: string,
): { kind: 'found'; table: PublishedTable } | { kind: 'refused'; because: string } {
  const wanted = name.trim().toLowerCase();
  const table = PUBLISHED_TABLES.find((each) => each.name === wanted);
  if (table) return { kind: 'found', table };
  const names = PUBLISHED_TABLES.map((each) => each.name);
  const near = nearestNames(wanted, names, (each) => each);
  return {
    kind: 'refused',
    because: `There is no published table "${name}": choose ${(near.length > 0 ? near : names).join(' or ')}.`,
  };
}
