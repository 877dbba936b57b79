import type { Relation, ReleaseCell } from './release.ts';
import { compareText } from './release-table.ts';

/** One total of one dimension and the values that add up to it, each as its level and value. */
export interface Breakdown {
  dimension: string;
  total: { level: string; value: string };
  parts: readonly { level: string; value: string }[];
}

/**
 * The sums that tables make: for every cell at the total of a breakdown, the cells that differ only in being at one of
 * its parts. Where one of those is missing there is no sum, since its count is in none of the tables.
 * @returns relations by key, for `controlDisclosure` and `audit`
 */
export function additiveRelations(
  cells: readonly Pick<ReleaseCell, 'key' | 'dimensions'>[],
  breakdowns: readonly Breakdown[],
): Relation[] {
  const keyOf = new Map(cells.map(({ key, dimensions }) => [placeOf(dimensions), key]));
  return breakdowns.flatMap(({ dimension, total, parts }) =>
    cells.flatMap(({ key, dimensions }) => {
      const own = dimensions[dimension];
      if (own === undefined || own.level !== total.level || own.value !== total.value) return [];
      const keys = parts.map((part) => keyOf.get(placeOf({ ...dimensions, [dimension]: part })));
      return keys.length > 0 && keys.every((part) => part !== undefined) ? [{ total: key, parts: keys }] : [];
    }),
  );
}

const placeOf = (dimensions: ReleaseCell['dimensions']) =>
  JSON.stringify(
    Object.entries(dimensions)
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, { level, value }]) => [name, level, value]),
  );
