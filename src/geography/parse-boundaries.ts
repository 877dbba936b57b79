import { boundarySet, boundarySets } from './boundary-set.ts';
import { boroughOfLsoa, isNewIn2021 } from './lsoa-names.ts';
import type { Boundary, BoundaryVersion } from './model.ts';
import { otherSystem } from './other-system.ts';
import { KNOWN_FILES, type PropertyNames, readAreaProperties, recogniseProperties } from './read-area-properties.ts';
import { isRecord, readPolygons } from './read-polygons.ts';
import { referenceAreas } from './reference-areas.ts';

/** A file of boundaries as read. */
export interface ParsedBoundaries {
  kind: 'boundaries';
  version: BoundaryVersion;
  /** Features in the file; as many as boundaries and refused together. */
  features: number;
  /** By code. */
  boundaries: Boundary[];
  /** Features left out, by reason. */
  refused: { reason: string; count: number }[];
  /** The same one by one: the place of each in the file, from 1, and its code and name as they stand there. */
  refusedFeatures: { place: number; reason: string; text: string }[];
}

/** A file that cannot be used at all; the sentence says what to do. */
export interface RefusedBoundaries {
  kind: 'refused';
  sentence: string;
}

/**
 * Reads ward, borough or LSOA boundaries from GeoJSON text. Which set they are is told by the names of their properties.
 * Features that cannot be used are counted by reason; a file with none that can, or whose coordinates are not
 * longitude and latitude in degrees (WGS84), is refused whole.
 * A ward without its borough in the file gets the borough of the reference ward, if there is one; an LSOA that of its
 * name, such as "Camden 001A".
 * Cost: the 625 full-resolution wards of London (3.5 MB) in about 0.1 s.
 * @param text the whole file
 */
export function parseBoundaries(text: string): ParsedBoundaries | RefusedBoundaries {
  const features = readFeatures(text);
  if (!Array.isArray(features)) return features;
  const recognised = recogniseFeatures(features);
  if ('kind' in recognised) return recognised;

  const stranger = codeOfAnotherSet(features, recognised);
  if (stranger !== null) return refusal(stranger);
  const boundaries = new Map<string, Boundary>();
  const refused = new Map<string, number>();
  const refusedFeatures: ParsedBoundaries['refusedFeatures'] = [];
  for (const [at, feature] of features.entries()) {
    const leaveOut = (reason: string): void => {
      refused.set(reason, (refused.get(reason) ?? 0) + 1);
      refusedFeatures.push({ place: at + 1, reason, text: codeAndName(feature, recognised) });
    };
    const boundary = readFeature(feature, recognised);
    if ('reason' in boundary) {
      if (boundary.reason === 'not in degrees') return refusal(NOT_IN_DEGREES);
      leaveOut(boundary.reason);
      continue;
    }
    const before = boundaries.get(boundary.code);
    if (before === undefined) boundaries.set(boundary.code, boundary);
    else if (JSON.stringify(before.polygons) === JSON.stringify(boundary.polygons)) leaveOut('given a second time');
    else return refusal(`The file gives ${boundary.code} two different boundaries: keep the right one and try again.`);
  }
  const counted = [...refused].map(([reason, count]) => ({ reason, count }));
  if (boundaries.size === 0) return refusal(noneUsable(features.length, counted));
  return {
    kind: 'boundaries',
    version: recognised.version,
    features: features.length,
    boundaries: [...boundaries.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    refused: counted,
    refusedFeatures,
  };
}

/** So many letters of a code or name are enough to find a feature by. */
const MOST_LETTERS = 100;

function codeAndName(feature: unknown, { code, name }: PropertyNames): string {
  const properties = propertiesOf(feature);
  return [properties[code], properties[name]]
    .map((value) => (value === null || value === undefined ? '' : String(value).slice(0, MOST_LETTERS)))
    .join(',');
}

const NOT_IN_DEGREES =
  'The coordinates are not degrees but look like eastings and northings: ' +
  'export the file again as GeoJSON in WGS84 (EPSG:4326).';

function refusal(sentence: string): RefusedBoundaries {
  return { kind: 'refused', sentence };
}

function readFeatures(text: string): unknown[] | RefusedBoundaries {
  const file = readJson(text);
  if (!isRecord(file)) return refusal('The file is not GeoJSON: it cannot be read as a JSON object.');
  if (file.type === 'Topology') return refusal('The file is TopoJSON: export it again as GeoJSON.');
  const { crs, features } = file;
  const system = otherSystem(crs);
  if (system !== null) {
    return refusal(`The coordinates are in ${system}: export the file again as GeoJSON in WGS84 (EPSG:4326).`);
  }
  if (file.type !== 'FeatureCollection' || !Array.isArray(features)) {
    return refusal('The file is not a GeoJSON FeatureCollection: export the areas as one.');
  }
  return features.length > 0 ? features : refusal('The file holds no areas: export it again with its features.');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function propertiesOf(feature: unknown): Record<string, unknown> {
  const properties = isRecord(feature) ? feature.properties : null;
  return isRecord(properties) ? properties : {};
}

function recogniseFeatures(features: unknown[]): PropertyNames | RefusedBoundaries {
  let unknownCode: string | null = null;
  for (const feature of features) {
    const recognised = recogniseProperties(propertiesOf(feature));
    if (recognised.kind === 'known') return recognised.names;
    unknownCode ??= recognised.code;
  }
  const what = unknownCode === null ? 'areas without a property it knows' : `areas coded by ${unknownCode}`;
  return refusal(`The file holds ${what}: ${KNOWN_FILES}.`);
}

/** A file of one set under the property names of another would put every figure in the wrong place. */
function codeOfAnotherSet(features: unknown[], { version, code }: PropertyNames): string | null {
  if (version === 'lsoas-2011') {
    const later = features.map((feature) => String(propertiesOf(feature)[code])).find(isNewIn2021);
    return later === undefined ? null : laidOutAs(version, later, 'lsoas-2021');
  }
  const others = boundarySets().filter((set) => set.kind === 'ward' && set.version !== version);
  for (const { version: other } of others) {
    const codes = new Set(referenceAreas(other).map((area) => area.code));
    const found = features.map((feature) => propertiesOf(feature)[code]).find((each) => codes.has(String(each)));
    if (found !== undefined) return laidOutAs(version, String(found), other);
  }
  return null;
}

function laidOutAs(version: BoundaryVersion, code: string, other: BoundaryVersion): string {
  return `The file is laid out as ${boundarySet(version).title}, but ${code} is one of the ${boundarySet(other).title}: import the original file.`;
}

function readFeature(feature: unknown, names: PropertyNames): Boundary | { reason: string } {
  const area = readAreaProperties(propertiesOf(feature), names);
  if ('reason' in area) return area;
  const geometry = readPolygons(isRecord(feature) ? feature.geometry : null);
  if ('reason' in geometry) return geometry;
  const { kind } = boundarySet(names.version);
  const known = kind === 'lsoa' ? null : referenceAreas(names.version).find(({ code }) => code === area.code);
  const borough = kind === 'lsoa' && area.boroughCode === null ? boroughOfLsoa(area.name) : null;
  return {
    code: area.code,
    name: area.name,
    kind,
    version: names.version,
    boroughCode: area.boroughCode ?? known?.boroughCode ?? borough?.code ?? null,
    boroughName: area.boroughName ?? known?.boroughName ?? borough?.name ?? null,
    polygons: geometry.polygons,
  };
}

function noneUsable(features: number, refused: { reason: string; count: number }[]): string {
  const [first, ...others] = refused;
  if (first?.reason === 'with longitude and latitude swapped' && others.length === 0) {
    return 'The coordinates give latitude first: GeoJSON gives longitude first, so export the file again in that order.';
  }
  const reasons = refused.map(({ reason, count }) => `${count} ${reason}`).join(', ');
  return `None of the ${features} areas in the file can be used (${reasons}): export it again from its source.`;
}
