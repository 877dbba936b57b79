import { fromE7, type PolygonRings } from '../../lib/spatial/index.ts';
import { median } from '../../lib/statistics/median.ts';

/** Metres in a degree of latitude, to one part in 200. */
const METRES_PER_DEGREE = 111_200;

/** So many points are measured from; the median of a part of them is as good. */
const MOST_MEASURED = 2000;

/**
 * How far apart anonymised points lie: the median distance from a point to the nearest other one, in metres.
 * Flat-earth arithmetic, right to a few parts in a thousand over the few kilometres it is used for. At most 2,000 points,
 * evenly taken from south to north, are measured from; each looks no further north and south than its nearest found so far.
 * @param points in ten-millionths of a degree
 * @returns null with fewer than two points
 */
export function snapSpacingMetres(points: { x: ArrayLike<number>; y: ArrayLike<number> }): number | null {
  const count = points.x.length;
  if (count < 2) return null;
  const perUnit = eastMetresPerUnit(points.y[0] ?? 0);
  const order = Array.from({ length: count }, (_, at) => at).sort((a, b) => (points.y[a] ?? 0) - (points.y[b] ?? 0));
  const east = Float64Array.from(order, (at) => (points.x[at] ?? 0) * perUnit);
  const north = Float64Array.from(order, (at) => fromE7(points.y[at] ?? 0) * METRES_PER_DEGREE);
  const step = Math.max(1, Math.ceil(count / MOST_MEASURED));
  const nearest: number[] = [];
  for (let at = 0; at < count; at += step) nearest.push(Math.sqrt(leastSquare(east, north, at)));
  return median(nearest);
}

/** Square of the distance to the nearest other point; points in order of `north`. */
function leastSquare(east: Float64Array, north: Float64Array, at: number): number {
  let least = Infinity;
  for (const way of [1, -1]) {
    for (let other = at + way; other >= 0 && other < north.length; other += way) {
      const dy = (north[other] as number) - (north[at] as number);
      if (dy * dy >= least) break;
      const dx = (east[other] as number) - (east[at] as number);
      least = Math.min(least, dx * dx + dy * dy);
    }
  }
  return least;
}

function eastMetresPerUnit(y: number): number {
  return fromE7(1) * METRES_PER_DEGREE * Math.cos((fromE7(y) * Math.PI) / 180);
}

/** The side of a square as large as some polygons, holes left out, in metres. */
export function sideMetres(polygons: readonly PolygonRings[]): number {
  const squareDegrees = polygons.reduce(
    (sum, [outer = [], ...holes]) => sum + ringArea(outer) - holes.reduce((all, hole) => all + ringArea(hole), 0),
    0,
  );
  const latitude = polygons[0]?.[0]?.[0]?.[1] ?? 0;
  return Math.sqrt(Math.max(squareDegrees, 0) * Math.cos((latitude * Math.PI) / 180)) * METRES_PER_DEGREE;
}

function ringArea(ring: PolygonRings[number]): number {
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
