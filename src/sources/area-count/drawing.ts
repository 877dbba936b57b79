/** A corner of an area: longitude, latitude, in degrees of WGS84. */
export type Corner = readonly [longitude: number, latitude: number];

/** An area of a drawing that is finished, as GeoJSON. */
export interface DrawnFeature {
  type: 'Feature';
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown };
}

/** What is drawn so far: finished areas, and the corners of the one under way. */
export interface Drawing {
  done: readonly DrawnFeature[];
  corners: readonly Corner[];
}

export const EMPTY_DRAWING: Drawing = { done: [], corners: [] };

/** Corners from which there is an area. */
const FEWEST_CORNERS = 3;
/** About a decimetre. */
const DECIMALS = 6;

/** Adds a corner to the area under way; one that is where the last is changes nothing. */
export function addCorner(drawing: Drawing, [longitude, latitude]: Corner): Drawing {
  const corner: Corner = [rounded(longitude), rounded(latitude)];
  return isSame(drawing.corners.at(-1), corner) ? drawing : { ...drawing, corners: [...drawing.corners, corner] };
}

/** Whether the area under way has corners enough to be closed. */
export function canClose({ corners }: Drawing): boolean {
  return corners.length >= FEWEST_CORNERS;
}

/** Whether the outline of the area under way, closed, crosses itself. */
export function crossesItself({ corners }: Drawing): boolean {
  const edges = corners.map((from, at) => [from, corners[(at + 1) % corners.length] ?? from] as const);
  return edges.some(([a, b], at) =>
    edges.slice(at + 1).some(([c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0),
  );
}

/** Above zero when a point is left of the line from one to another, below when right, zero on it. */
function side(from: Corner, to: Corner, point: Corner): number {
  return Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));
}

/** Finishes the area under way, so that the next corner begins another; without corners enough nothing changes. */
export function closeArea(drawing: Drawing): Drawing {
  return canClose(drawing) ? { done: featuresOf(drawing), corners: [] } : drawing;
}

/** Takes the last corner back; between two areas, opens the last one again, unless it has holes or several parts. */
export function undo({ done, corners }: Drawing): Drawing {
  if (corners.length > 0) return { done, corners: corners.slice(0, -1) };
  const ring = simpleRing(done.at(-1));
  return { done: done.slice(0, -1), corners: ring === null ? [] : ring.slice(0, -1) };
}

/**
 * A drawing as GeoJSON, an area a line, as the text field holds it; empty without an area. An area under way counts as
 * soon as it has three corners, so that nothing is lost by not closing it.
 */
export function drawingText(drawing: Drawing): string {
  const features = featuresOf(drawing);
  if (features.length === 0) return '';
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}`;
}

/** The areas of a GeoJSON text; null when it is none. Whether they can be counted is for the server to say. */
export function readDrawing(text: string): Drawing | null {
  if (text.trim() === '') return EMPTY_DRAWING;
  const json = parsed(text);
  if (!isRecord(json)) return null;
  if (json.type === 'Feature' || isPolygon(json)) {
    const feature = featureOf(json.type === 'Feature' ? json : { geometry: json });
    return feature === null ? null : { done: [feature], corners: [] };
  }
  if (json.type !== 'FeatureCollection' || !Array.isArray(json.features)) return null;
  const done = json.features.map(featureOf);
  return done.every((feature) => feature !== null) ? { done, corners: [] } : null;
}

/** A corner as somebody types it: "-0.105, 51.54", longitude first; null when it is none. */
export function readCorner(text: string): Corner | null {
  const [, longitude, latitude] = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(\d{1,2}(?:\.\d+)?)\s*$/.exec(text) ?? [];
  if (longitude === undefined || latitude === undefined) return null;
  const corner: Corner = [Number(longitude), Number(latitude)];
  return Math.abs(corner[0]) <= 180 && corner[1] <= 90 ? corner : null;
}

/** Every finished area, and the one under way when it has corners enough. */
function featuresOf(drawing: Drawing): DrawnFeature[] {
  const { done, corners } = drawing;
  const [first] = corners;
  if (!canClose(drawing) || first === undefined) return [...done];
  const feature: DrawnFeature = {
    type: 'Feature',
    properties: { name: nextName(done) },
    geometry: { type: 'Polygon', coordinates: [[...corners, first]] },
  };
  return [...done, feature];
}

function nextName(done: readonly DrawnFeature[]): string {
  const taken = new Set(done.map(({ properties }) => properties.name));
  let number = done.length + 1;
  while (taken.has(`Area ${number}`)) number += 1;
  return `Area ${number}`;
}

function featureOf(feature: unknown): DrawnFeature | null {
  if (!isRecord(feature) || !isPolygon(feature.geometry)) return null;
  const properties = isRecord(feature.properties) ? feature.properties : {};
  return { type: 'Feature', properties, geometry: feature.geometry };
}

function isPolygon(geometry: unknown): geometry is DrawnFeature['geometry'] {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return false;
  const { type, coordinates } = geometry;
  const isRing = (ring: unknown) => Array.isArray(ring) && ring.length > 0 && ring.every(isCorner);
  const isParts = (rings: unknown) => Array.isArray(rings) && rings.length > 0 && rings.every(isRing);
  return type === 'Polygon' ? isParts(coordinates) : type === 'MultiPolygon' && coordinates.every(isParts);
}

function isCorner(position: unknown): position is Corner {
  return Array.isArray(position) && position.length >= 2 && position.slice(0, 2).every(Number.isFinite);
}

function simpleRing(feature: DrawnFeature | undefined): Corner[] | null {
  if (feature?.geometry.type !== 'Polygon' || !Array.isArray(feature.geometry.coordinates)) return null;
  const [ring, ...holes] = feature.geometry.coordinates as Corner[][];
  return ring !== undefined && holes.length === 0 ? ring : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(a: Corner | undefined, b: Corner): boolean {
  return a !== undefined && a[0] === b[0] && a[1] === b[1];
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}
