import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '../../src/geography/index.ts';
import { buildAreaIndex, locateAll, toE7 } from '../../src/lib/spatial/index.ts';
import { rowsByPoint } from './archive-points.ts';
import { exactAreas, exactlyTouching } from './exact-location.ts';

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** The code of each point by the way under test. */
function locatePoints(geoJson: string, points: readonly string[]): (string | null)[] {
  const parsed = parseBoundaries(geoJson);
  if (parsed.kind === 'refused') throw new Error(parsed.sentence);
  const index = buildAreaIndex(parsed.boundaries);
  const degrees = points.map((point) => point.split(',').map(Number));
  const positions = locateAll(
    index,
    Int32Array.from(degrees, ([longitude = Number.NaN]) => toE7(longitude)),
    Int32Array.from(degrees, ([, latitude = Number.NaN]) => toE7(latitude)),
  );
  return Array.from(positions, (position) => index.codes[position] ?? null);
}

/** The code of each point by exact arithmetic on the files' own decimals: the lowest of those that touch it. */
function locateExactly(geoJson: string, codeProperty: string, points: readonly string[]): (string | null)[] {
  const areas = exactAreas(geoJson, codeProperty);
  return points.map((point) => {
    const [longitude = '', latitude = ''] = point.split(',');
    return exactlyTouching(areas, longitude, latitude).toSorted()[0] ?? null;
  });
}

/** Distinct points, and rows outside every ward, as counted with geopandas 0.12 (`sjoin`, predicate `intersects`). */
const CASES = [
  {
    archive: 'camden-islington-street-2016-01_2018-06.zip',
    boundaries: 'wards_2022_camden_islington_ONS.geojson',
    codeProperty: 'WD22CD',
    points: 2738,
    rowsOutside: 6544,
  },
  {
    archive: 'camden-islington-street-2016-01_2018-06.zip',
    boundaries: 'wards_2014_2018_camden_islington.geojson',
    codeProperty: 'GSS_CODE',
    points: 2738,
    rowsOutside: 6114,
  },
  {
    archive: 'metropolitan-burglary-2010-12_2025-02.zip',
    boundaries: 'wards_2022_london_ONS.geojson',
    codeProperty: 'WD22CD',
    points: 123_224,
    rowsOutside: 798,
  },
];

describe.skipIf(!existsSync(data))('every point of a real archive lies in the ward that its boundary says', () => {
  it.each(CASES)('$archive in $boundaries', async ({ archive, boundaries, codeProperty, points, rowsOutside }) => {
    const rows = await rowsByPoint(`${data}/police-uk/${archive}`);
    const distinct = [...rows.keys()];
    const geoJson = readFileSync(`${data}/geography/${boundaries}`, 'utf8');
    const located = locatePoints(geoJson, distinct);
    const expected = locateExactly(geoJson, codeProperty, distinct);

    expect(distinct).toHaveLength(points);
    expect(distinct.filter((_, at) => located[at] !== expected[at])).toEqual([]);
    const outside = distinct.filter((_, at) => located[at] === null);
    expect(outside.reduce((sum, point) => sum + (rows.get(point) ?? 0), 0)).toBe(rowsOutside);
  });
});
