import { fromE7, type PolygonRings } from '../../lib/spatial/index.ts';
import { median } from '../../lib/statistics/median.ts';

/** Metres in a degree of latitude, to one part in 200. */
const METRES_PER_DEGREE = 111_200;

/**
 * How far apart anonymised points lie: the median distance from a point to the nearest other one, in metres.
 * Flat-earth arithmetic, right to a few parts in a thousand over the few kilometres it is used for; quadratic in points.
 * @param points in ten-millionths of a degree
 * @returns null with fewer than two points
 */
export function snapSpacingMetres(points: { x: ArrayLike<number>; y: ArrayLike<number> }): number | null {
  const count = points.x.length;
  if (count < 2) return null;
  const east = eastMetresPerUnit(points.y[0] ?? 0);
  const nearest: number[] = [];
  for (let at = 0; at < count; at += 1) {
    let least = Infinity;
    for (let other = 0; other < count; other += 1) {
      if (other === at) continue;
      const dx = ((points.x[other] ?? 0) - (points.x[at] ?? 0)) * east;
      const dy = fromE7((points.y[other] ?? 0) - (points.y[at] ?? 0)) * METRES_PER_DEGREE;
      least = Math.min(least, dx * dx + dy * dy);
    }
    nearest.push(Math.sqrt(least));
  }
  return median(nearest);
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
