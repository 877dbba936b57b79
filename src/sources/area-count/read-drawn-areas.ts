import { otherSystem, readPolygons, type UnusableGeometry } from '../../geography/index.ts';
import type { DrawnArea } from './model.ts';

/** Areas read from GeoJSON, or one sentence that says why they cannot be. */
export type ReadAreas = { kind: 'areas'; areas: DrawnArea[] } | { kind: 'refused'; because: string };

/** Limits on what is counted at once; a detailed outline of London has about 10,000 corners. */
export const AREA_LIMITS = { bytes: 20 * 1024 ** 2, areas: 1000, corners: 200_000 };
const LONGEST_NAME = 100;
/** What the Office for National Statistics calls a column of names: "WD22NM", "LSOA21NM". */
const OFFICIAL_NAME = /^[A-Z]{2,6}\d{2}NM$/;

const ADVICE: Partial<Record<UnusableGeometry, string>> = {
  'not a polygon': 'draw it as a Polygon or MultiPolygon',
  'not in degrees': 'export it again as GeoJSON in WGS84 (EPSG:4326)',
  'with longitude and latitude swapped': 'give the longitude first',
  'outside the British Isles': 'check its coordinates',
};

/**
 * Reads the areas of a GeoJSON text: a Polygon, a MultiPolygon, a Feature or a FeatureCollection, each feature an area of
 * its own, named by its property "name", by an official one such as "WD22NM", or by "id". Nothing is left out silently: one area that cannot be used refuses all.
 * @source RFC 7946, https://www.rfc-editor.org/rfc/rfc7946
 * @example
 * readDrawnAreas('{"type":"Polygon","coordinates":[[[0,51],[1,51],[1,52],[0,51]]]}'); // one area, "area 1"
 */
export function readDrawnAreas(text: string): ReadAreas {
  if (text.length > AREA_LIMITS.bytes) return refused('The areas are larger than 20 MB: simplify them.');
  const json = parsed(text);
  if (!isRecord(json))
    return refused('The areas cannot be read as GeoJSON: give a Polygon, a Feature or a FeatureCollection.');
  const system = otherSystem(json.crs);
  if (system !== null) {
    return refused(`The coordinates are in ${system}: export the areas again as GeoJSON in WGS84 (EPSG:4326).`);
  }
  const features = featuresOf(json);
  if (features.length === 0) return refused('The GeoJSON holds no area: draw at least one polygon.');
  if (features.length > AREA_LIMITS.areas) {
    return refused(
      `The GeoJSON holds ${features.length.toLocaleString('en-GB')} areas, more than the 1,000 that are counted at once: split it.`,
    );
  }
  const areas: DrawnArea[] = [];
  let corners = 0;
  for (const [at, { geometry, name }] of features.entries()) {
    const area = name ?? `area ${at + 1}`;
    const read = readPolygons(geometry);
    if ('reason' in read) {
      return refused(`"${area}" is ${read.reason}: ${ADVICE[read.reason] ?? 'correct its outline'}.`);
    }
    corners += read.polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
    if (corners > AREA_LIMITS.corners) {
      return refused('The areas have more than 200,000 corners in all: simplify their outlines.');
    }
    areas.push({ name: area, polygons: read.polygons });
  }
  return { kind: 'areas', areas };
}

function refused(because: string): ReadAreas {
  return { kind: 'refused', because };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

interface Feature {
  geometry: unknown;
  name: string | null;
}

function featuresOf(json: Record<string, unknown>): Feature[] {
  if (json.type === 'FeatureCollection') return Array.isArray(json.features) ? json.features.map(featureOf) : [];
  return json.type === 'Feature' ? [featureOf(json)] : [{ geometry: json, name: null }];
}

function featureOf(feature: unknown): Feature {
  if (!isRecord(feature)) return { geometry: null, name: null };
  const properties = isRecord(feature.properties) ? feature.properties : {};
  const official = Object.keys(properties).find((key) => OFFICIAL_NAME.test(key));
  const { name, Name, NAME, id } = properties;
  const named = [name, Name, NAME, properties[official ?? ''], id, feature.id].find(isWord);
  return { geometry: feature.geometry, name: named === undefined ? null : plain(String(named)) };
}

function isWord(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && plain(value) !== '');
}

function plain(name: string): string {
  return name
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
