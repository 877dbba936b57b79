import type { AreaIndex } from './area-index.ts';
import { positionFinder } from './position-finder.ts';

/**
 * The area a point lies in, or null when it lies in none.
 * A point on an edge that areas share, or where they overlap, belongs to the one with the lowest code,
 * so each point is counted once.
 * @param longitudeE7 whole ten-millionths of a degree, as {@link toE7} gives
 * @param latitudeE7  the same
 */
export function locate(index: AreaIndex, longitudeE7: number, latitudeE7: number): string | null {
  return index.codes[positionFinder(index)(longitudeE7, latitudeE7)] ?? null;
}
