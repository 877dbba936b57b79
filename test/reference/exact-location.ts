/**
 * Point in polygon once more, by other means than src/lib/spatial: decimal text as it stands in the files, whole
 * numbers of any size, a ray to the north, no index and no rounding. Slow and plain, to check the other against.
 */
export interface ExactArea {
  code: string;
  /** Edges of each polygon's rings, in units of 10⁻¹⁵ degrees. */
  polygons: { edges: [Exact, Exact][]; west: bigint; east: bigint; south: bigint; north: bigint }[];
}

type Exact = readonly [x: bigint, y: bigint];

const PLACES = 15;

/** Decimal text as whole units of 10⁻¹⁵. */
export function exact(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (!/^-?\d+$/.test(whole) || !/^\d{0,15}$/.test(fraction))
    throw new RangeError(`${decimal} is not plain decimal text.`);
  return BigInt(whole + fraction.padEnd(PLACES, '0'));
}

/** Areas of a GeoJSON text, with every coordinate taken as the text it is written in. */
export function exactAreas(geoJson: string, codeProperty: string): ExactArea[] {
  const quoted = geoJson.replace(/([[,]\s*)(-?\d+(?:\.\d+)?)(?=\s*[,\]])/g, '$1"$2"');
  const { features } = JSON.parse(quoted) as {
    features: { properties: Record<string, string>; geometry: { type: string; coordinates: unknown } }[];
  };
  return features.map(({ properties, geometry }) => {
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as string[][][][];
    return { code: String(properties[codeProperty]), polygons: polygons.map(exactPolygon) };
  });
}

function exactPolygon(rings: string[][][]): ExactArea['polygons'][number] {
  const corners = rings.map((ring) => ring.map(([x, y]): Exact => [exact(String(x)), exact(String(y))]));
  const edges = corners.flatMap((ring) => ring.slice(1).map((end, at): [Exact, Exact] => [ring[at] as Exact, end]));
  const [xs, ys] = [corners.flat().map(([x]) => x), corners.flat().map(([, y]) => y)];
  const [least, most] = [
    (values: bigint[]) => values.reduce((a, b) => (b < a ? b : a)),
    (values: bigint[]) => values.reduce((a, b) => (b > a ? b : a)),
  ];
  return { edges, west: least(xs), east: most(xs), south: least(ys), north: most(ys) };
}

/** Codes of all areas that hold or touch a point, in the areas' order. */
export function exactlyTouching(areas: readonly ExactArea[], longitude: string, latitude: string): string[] {
  const point: Exact = [exact(longitude), exact(latitude)];
  return areas.filter((area) => area.polygons.some((polygon) => holds(polygon, point))).map(({ code }) => code);
}

function holds({ edges, west, east, south, north }: ExactArea['polygons'][number], [x, y]: Exact): boolean {
  if (x < west || x > east || y < south || y > north) return false;
  let inside = false;
  for (const [[ax, ay], [bx, by]] of edges) {
    const isBeside = (ax < x && bx < x) || (ax > x && bx > x);
    if (isBeside) continue;
    // Above 0 when the point lies left of the edge's direction.
    const left = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const isInHeight = (y - ay) * (y - by) <= 0n;
    if (left === 0n && isInHeight) return true;
    const isCrossing = ax <= x !== bx <= x;
    const isAbove = bx > ax ? left < 0n : left > 0n;
    if (isCrossing && isAbove) inside = !inside;
  }
  return inside;
}
