import { LONGEST_EDGE_DEGREES, type PolygonRings } from '../lib/spatial/index.ts';

/** A feature's polygons, or why it has none. */
export type ReadPolygons = { polygons: PolygonRings[] } | { reason: UnusableGeometry };

/** Why a geometry cannot be used. */
export type UnusableGeometry =
  | 'not a polygon'
  | 'with coordinates that are not numbers'
  | 'not in degrees'
  | 'with longitude and latitude swapped'
  | 'outside the British Isles'
  | 'with a ring of fewer than four points'
  | 'with a ring that is not closed'
  | 'with an edge longer than 4 degrees';

/** Longitudes and latitudes that hold the British Isles; a pair read the wrong way round never fits. */
const BRITISH_ISLES = { west: -11, east: 2.5, south: 49, north: 61.5 };

type Position = [number, number];

/**
 * Reads a GeoJSON Polygon or MultiPolygon; heights are left off.
 * @source RFC 7946, section 3.1, https://www.rfc-editor.org/rfc/rfc7946
 */
export function readPolygons(geometry: unknown): ReadPolygons {
  const { type, coordinates } = isRecord(geometry) ? geometry : {};
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(polygons) || polygons.length === 0) return { reason: 'not a polygon' };
  const read: PolygonRings[] = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return { reason: 'not a polygon' };
    const rings: PolygonRings = [];
    for (const ring of polygon) {
      const answer = readRing(ring);
      if ('reason' in answer) return answer;
      rings.push(answer.ring);
    }
    read.push(rings);
  }
  return { polygons: read };
}

function readRing(ring: unknown): { ring: Position[] } | { reason: UnusableGeometry } {
  if (!Array.isArray(ring)) return { reason: 'not a polygon' };
  const positions: Position[] = [];
  for (const position of ring) {
    const [longitude, latitude]: unknown[] = Array.isArray(position) ? position : [];
    if (typeof longitude !== 'number' || typeof latitude !== 'number') {
      return { reason: 'with coordinates that are not numbers' };
    }
    positions.push([longitude, latitude]);
  }
  const reason = unusable(positions);
  return reason === null ? { ring: positions } : { reason };
}

function unusable(ring: Position[]): UnusableGeometry | null {
  if (ring.some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 180)) return 'not in degrees';
  if (!ring.every(([x, y]) => isInBritishIsles(x, y))) {
    return ring.every(([x, y]) => isInBritishIsles(y, x))
      ? 'with longitude and latitude swapped'
      : 'outside the British Isles';
  }
  if (ring.length < 4) return 'with a ring of fewer than four points';
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return 'with a ring that is not closed';
  const isLong = ring.some(([x, y], at) => {
    const [nextX, nextY] = ring[at + 1] ?? [x, y];
    return Math.max(Math.abs(nextX - x), Math.abs(nextY - y)) > LONGEST_EDGE_DEGREES;
  });
  return isLong ? 'with an edge longer than 4 degrees' : null;
}

function isInBritishIsles(longitude: number, latitude: number): boolean {
  const { west, east, south, north } = BRITISH_ISLES;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
