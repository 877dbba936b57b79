import { describe, expect, it } from 'vitest';
import { parseBoundaries } from './parse-boundaries.ts';

type Ring = [number, number][];
const RING: Ring = [
  [-0.17, 51.54],
  [-0.16, 51.54],
  [-0.16, 51.55],
  [-0.17, 51.54],
];
const WARD = { WD22CD: 'E05013652', WD22NM: 'Belsize', LAD22CD: 'E09000007', LAD22NM: 'Camden' };
const OLD_WARD = { GSS_CODE: 'E05000128', NAME: 'Belsize', LB_GSS_CD: 'E09000007', BOROUGH: 'Camden', HECTARES: 81.3 };

const polygon = (...rings: Ring[]) => ({ type: 'Polygon', coordinates: rings });
const feature = (properties: object, geometry: object | null = polygon(RING)) => ({
  type: 'Feature',
  properties,
  geometry,
});
const other = (code: string) => feature({ ...WARD, WD22CD: code, WD22NM: 'Other' });
const file = (features: object[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features });

function parsed(text: string) {
  const answer = parseBoundaries(text);
  if (answer.kind === 'refused') throw new Error(answer.sentence);
  return answer;
}

function refusalOf(text: string): string {
  const answer = parseBoundaries(text);
  return answer.kind === 'refused' ? answer.sentence : `accepted ${answer.version}`;
}

describe('which set a file is', () => {
  it('reads wards of 2022 with their boroughs', () => {
    expect(parsed(file([feature(WARD)]))).toEqual({
      kind: 'boundaries',
      version: 'wards-2022',
      features: 1,
      boundaries: [
        {
          code: 'E05013652',
          name: 'Belsize',
          kind: 'ward',
          version: 'wards-2022',
          boroughCode: 'E09000007',
          boroughName: 'Camden',
          polygons: [[RING]],
        },
      ],
      refused: [],
      refusedFeatures: [],
    });
  });

  it('reads the GLA wards of 2014', () => {
    const { version, boundaries } = parsed(file([feature(OLD_WARD)]));
    expect([version, boundaries[0]?.code, boundaries[0]?.boroughName]).toEqual(['wards-2014', 'E05000128', 'Camden']);
  });

  it('reads boroughs', () => {
    const { version, boundaries } = parsed(file([feature({ LAD22CD: 'E09000007', LAD22NM: 'Camden' })]));
    expect([version, boundaries[0]?.kind, boundaries[0]?.boroughCode]).toEqual(['boroughs-2022', 'borough', null]);
  });

  it('does not mind the capitals of property names', () => {
    expect(parsed(file([feature({ wd22cd: 'E05013652', wd22nm: 'Belsize' })])).boundaries[0]?.boroughName).toBe(
      'Camden',
    );
  });

  it('keeps every polygon and hole, in order of code, without heights', () => {
    const tall = { type: 'MultiPolygon', coordinates: [[RING.map(([x, y]) => [x, y, 30]), RING], [RING]] };
    const { boundaries } = parsed(file([other('E05013700'), feature(WARD, tall)]));
    expect(boundaries.map(({ code }) => code)).toEqual(['E05013652', 'E05013700']);
    expect(boundaries[0]?.polygons).toEqual([[RING, RING], [RING]]);
  });

  it.each([
    ['WD24CD', { WD24CD: 'E05013652', WD24NM: 'Belsize', LAD24CD: 'E09000007' }],
    ['oa21cd', { oa21cd: 'E00004120', lsoa21cd: 'E01000843', lad22cd: 'E09000007', lad22nm: 'Camden' }],
    ['MSOA21CD', { MSOA21CD: 'E02000179', MSOA21NM: 'Camden 014', LAD22CD: 'E09000007', LAD22NM: 'Camden' }],
    ['LSOA01CD', { LSOA01CD: 'E01000843', LSOA01NM: 'Camden 014A' }],
    ['LSOA21CD', { LSOA21CD: 'E01000843', LSOA11CD: 'E01000843', LSOA21NM: 'Camden 014A' }],
  ])('refuses areas coded by %s and says what it knows', (code, properties) => {
    expect(refusalOf(file([feature(properties)]))).toMatch(
      new RegExp(`areas coded by ${code}: .*WD22CD.*LB_GSS_CD.*LSOA11CD.*LAD22CD`),
    );
  });

  it('refuses areas without a code property', () => {
    expect(refusalOf(file([feature({ name: 'Belsize' })]))).toContain('areas without a property it knows');
  });

  it('refuses wards of 2022 under the property names of 2014', () => {
    expect(refusalOf(file([feature({ ...OLD_WARD, GSS_CODE: 'E05013652' })]))).toBe(
      'The file is laid out as wards until May 2022, but E05013652 is one of the wards from May 2022: ' +
        'import the original file.',
    );
  });
});

describe('LSOAs', () => {
  const lsoa = (properties: object, geometry?: object) => feature(properties, geometry);
  const OF_2011 = { LSOA11CD: 'E01000842', LSOA11NM: 'Camden 011A', MSOA11CD: 'E02000176', USUALRES: 1444 };
  const OF_2021 = { lsoa21cd: 'E01000843', lsoa21nm: 'Camden 014A', msoa21cd: 'E02000179' };

  it('reads those of 2011 and 2021 with the borough that the file gives', () => {
    const older = parsed(file([lsoa({ ...OF_2011, LAD11CD: 'E09000007', LAD11NM: 'Camden' })]));
    const newer = parsed(file([lsoa({ ...OF_2021, lad22cd: 'E09000007', lad22nm: 'Camden' })]));
    expect([older.version, older.boundaries[0]?.kind, older.boundaries[0]?.boroughCode]).toEqual([
      'lsoas-2011',
      'lsoa',
      'E09000007',
    ]);
    expect(newer.boundaries[0]).toMatchObject({
      code: 'E01000843',
      name: 'Camden 014A',
      kind: 'lsoa',
      version: 'lsoas-2021',
      boroughCode: 'E09000007',
      boroughName: 'Camden',
    });
  });

  it('tells the borough by the name where the file does not give it, in London', () => {
    expect(parsed(file([lsoa(OF_2021)])).boundaries[0]?.boroughName).toBe('Camden');
    const elsewhere = parsed(file([lsoa({ LSOA21CD: 'E01012049', LSOA21NM: 'Middlesbrough 014A' })]));
    expect(elsewhere.boundaries[0]?.boroughCode).toBeNull();
  });

  it('refuses LSOAs of 2021 laid out as those of 2011', () => {
    expect(refusalOf(file([lsoa(OF_2011), lsoa({ ...OF_2011, LSOA11CD: 'E01035722' })]))).toBe(
      'The file is laid out as LSOAs of the census of 2011, but E01035722 is one of the LSOAs of the census of 2021: ' +
        'import the original file.',
    );
  });

  it('refuses metres, another system and latitude first, as for wards', () => {
    const metres = polygon(RING.map(([x, y]): [number, number] => [530_000 + x, 184_000 + y]));
    const swapped = polygon(RING.map(([x, y]): [number, number] => [y, x]));
    const grid = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } };
    expect(refusalOf(file([lsoa(OF_2021, metres)]))).toContain('eastings');
    expect(refusalOf(file([lsoa(OF_2021)], grid))).toContain('EPSG::27700');
    expect(refusalOf(file([lsoa(OF_2021, swapped)]))).toContain('GeoJSON gives longitude first');
  });

  it('leaves out a code that is of no LSOA', () => {
    const { refused } = parsed(file([lsoa(OF_2021), lsoa({ ...OF_2021, lsoa21cd: 'E02000179' })]));
    expect(refused).toEqual([{ reason: 'without an official code', count: 1 }]);
  });
});

describe('coordinates', () => {
  const named = (name: string) => ({ crs: { type: 'name', properties: { name } } });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326'])(
    'takes %s as degrees',
    (name) => {
      expect(parsed(file([feature(WARD)], named(name))).boundaries).toHaveLength(1);
    },
  );

  it('refuses another named system', () => {
    expect(refusalOf(file([feature(WARD)], named('urn:ogc:def:crs:EPSG::27700')))).toBe(
      'The coordinates are in urn:ogc:def:crs:EPSG::27700: export the file again as GeoJSON in WGS84 (EPSG:4326).',
    );
  });

  it('refuses eastings and northings', () => {
    const metres = polygon(RING.map(([x, y]): [number, number] => [530_000 + x, 184_000 + y]));
    expect(refusalOf(file([feature(WARD), feature({ ...WARD, WD22CD: 'E05013653' }, metres)]))).toContain('eastings');
  });

  it('refuses latitude before longitude', () => {
    const swapped = polygon(RING.map(([x, y]): [number, number] => [y, x]));
    expect(refusalOf(file([feature(WARD, swapped)]))).toContain('GeoJSON gives longitude first');
  });
});

describe('features that cannot be used are counted by reason', () => {
  const moved = (east: number, north: number) => polygon(RING.map(([x, y]): [number, number] => [x + east, y + north]));
  const long: Ring = [
    [-0.1, 51],
    [-0.1, 56],
    [-0.2, 56],
    [-0.1, 51],
  ];
  it.each([
    ['without an official code', feature({ WD22CD: 'Belsize', WD22NM: 'Belsize' })],
    ['without an official code', feature({ WD22CD: null, WD22NM: 'Belsize' })],
    ['without a name', feature({ WD22CD: 'E05013652', WD22NM: ' ' })],
    ['not a polygon', feature(WARD, null)],
    ['not a polygon', feature(WARD, { type: 'Point', coordinates: [-0.17, 51.54] })],
    ['not a polygon', feature(WARD, { type: 'MultiPolygon', coordinates: [] })],
    ['with coordinates that are not numbers', feature(WARD, { type: 'Polygon', coordinates: [[['-0.17', '51.54']]] })],
    ['outside the British Isles', feature(WARD, moved(0, -3))],
    ['outside the British Isles', feature(WARD, moved(0, 11))],
    ['outside the British Isles', feature(WARD, moved(3, 0))],
    ['outside the British Isles', feature(WARD, moved(-12, 0))],
    ['with a ring of fewer than four points', feature(WARD, polygon(RING.slice(1)))],
    ['with a ring that is not closed', feature(WARD, polygon([...RING.slice(0, 3), [-0.165, 51.545]]))],
    ['with a ring that is not closed', feature(WARD, polygon([...RING.slice(0, 3), [-0.17, 51.545]]))],
    ['with an edge longer than 4 degrees', feature(WARD, polygon(long))],
    ['with longitude and latitude swapped', feature(WARD, polygon(RING.map(([x, y]): [number, number] => [y, x])))],
  ])('%s', (reason, broken) => {
    const { boundaries, features, refused } = parsed(file([other('E05013653'), broken]));
    expect([boundaries.length, features, refused]).toEqual([1, 2, [{ reason, count: 1 }]]);
  });

  it('not a London borough', () => {
    const [camden, leeds] = ['E09000007', 'E08000035'].map((code) => feature({ LAD22CD: code, LAD22NM: 'A name' }));
    const { refused } = parsed(file([camden ?? {}, leeds ?? {}]));
    expect(refused).toEqual([{ reason: 'not a London borough', count: 1 }]);
  });

  it('keeps each feature left out, by its place, with its code and name', () => {
    const nameless = feature({ ...WARD, WD22NM: null });
    expect(parsed(file([feature(WARD), nameless, feature(WARD)])).refusedFeatures).toEqual([
      { place: 2, reason: 'without a name', text: 'E05013652,' },
      { place: 3, reason: 'given a second time', text: 'E05013652,Belsize' },
    ]);
  });

  it('given a second time, when it is the same; two different boundaries are refused', () => {
    const again = parsed(file([feature(WARD), feature(WARD)]));
    expect([again.boundaries.length, again.refused]).toEqual([1, [{ reason: 'given a second time', count: 1 }]]);
    const elsewhere = polygon(RING.map(([x, y]): [number, number] => [x + 0.1, y]));
    expect(refusalOf(file([feature(WARD), feature(WARD, elsewhere)]))).toContain('two different boundaries');
  });

  it('refuses the file when none is left', () => {
    const points = ['E05013652', 'E05013653'].map((code) => feature({ ...WARD, WD22CD: code }, null));
    expect(refusalOf(file(points))).toBe(
      'None of the 2 areas in the file can be used (2 not a polygon): export it again from its source.',
    );
  });
});

describe('files that are not GeoJSON areas', () => {
  it.each([
    ['', 'is not GeoJSON'],
    ['WardName,WardCode', 'is not GeoJSON'],
    ['{"type":"FeatureCollection","features":[', 'is not GeoJSON'],
    ['[]', 'is not GeoJSON'],
    ['{"type":"Topology","objects":{}}', 'is TopoJSON'],
    [JSON.stringify(feature(WARD)), 'is not a GeoJSON FeatureCollection'],
    ['{"type":"FeatureCollection","features":{}}', 'is not a GeoJSON FeatureCollection'],
    [file([]), 'holds no areas'],
  ])('refuses %j', (text, sentence) => {
    expect(refusalOf(text)).toContain(sentence);
  });

  it('reads a file with a byte-order mark', () => {
    expect(parsed(`\uFEFF${file([feature(WARD)])}`).boundaries).toHaveLength(1);
  });
});
