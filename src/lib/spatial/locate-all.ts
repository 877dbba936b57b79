import type { AreaIndex } from './area-index.ts';
import { positionFinder } from './position-finder.ts';

/** Points that {@link locateAllInTurns} places between breaths: about 20 ms of work on London's wards. */
export const LOCATE_CHUNK = 10_000;

/**
 * The area of each of many points, by the rule of {@link locate}.
 * Give distinct points and join the answers back: data.police.uk snaps crimes to about 100,000 points in London.
 * @param longitudeE7 whole ten-millionths of a degree
 * @param latitudeE7  the same, same length
 * @returns positions in `index.codes`, -1 for a point in no area; same length
 * @throws RangeError when the lengths differ
 */
export function locateAll(index: AreaIndex, longitudeE7: Int32Array, latitudeE7: Int32Array): Int32Array {
  mustPair(longitudeE7, latitudeE7);
  const positionOf = positionFinder(index);
  const positions = new Int32Array(longitudeE7.length);
  for (let point = 0; point < positions.length; point += 1) {
    positions[point] = positionOf(longitudeE7[point] as number, latitudeE7[point] as number);
  }
  return positions;
}

/**
 * {@link locateAll} in chunks of {@link LOCATE_CHUNK} points, so that a server can answer others in between.
 * @param breathe waits for a turn of the event loop, such as `() => setImmediate()` of node:timers/promises;
 *   called between chunks with the number of points placed so far, for a progress bar
 */
export async function locateAllInTurns(
  index: AreaIndex,
  longitudeE7: Int32Array,
  latitudeE7: Int32Array,
  breathe: (placed: number) => Promise<void>,
): Promise<Int32Array> {
  mustPair(longitudeE7, latitudeE7);
  const positions = new Int32Array(longitudeE7.length);
  for (let from = 0; from < longitudeE7.length; from += LOCATE_CHUNK) {
    if (from > 0) await breathe(from);
    const to = from + LOCATE_CHUNK;
    positions.set(locateAll(index, longitudeE7.subarray(from, to), latitudeE7.subarray(from, to)), from);
  }
  return positions;
}

function mustPair(longitudeE7: Int32Array, latitudeE7: Int32Array): void {
  if (longitudeE7.length === latitudeE7.length) return;
  throw new RangeError(`${longitudeE7.length} longitudes do not pair with ${latitudeE7.length} latitudes.`);
}
