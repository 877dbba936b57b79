import { isRecord } from './read-polygons.ts';

/** Names of the system of RFC 7946 in the older "crs" member. */
const WGS84 = /(^|:)(CRS84|WGS84|WGS 84|EPSG:+4326)$/i;

/**
 * The coordinate system that the "crs" member of a GeoJSON file names, when it is not WGS84; null when it is, or when the
 * file names none, which is WGS84 by the standard.
 * @example otherSystem({ properties: { name: 'urn:ogc:def:crs:EPSG::27700' } }) // 'urn:ogc:def:crs:EPSG::27700'
 */
export function otherSystem(crs: unknown): string | null {
  if (crs === undefined || crs === null) return null;
  const name = isRecord(crs) && isRecord(crs.properties) ? crs.properties.name : undefined;
  if (typeof name !== 'string') return 'an unnamed system';
  return WGS84.test(name) ? null : name;
}
