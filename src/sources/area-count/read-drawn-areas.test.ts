import { expect, it } from 'vitest';
import { AREA_LIMITS, readDrawnAreas } from './read-drawn-areas.ts';

const ring = [
  [-0.12, 51.53],
  [-0.11, 51.53],
  [-0.11, 51.54],
  [-0.12, 51.53],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const read = (value: unknown) => readDrawnAreas(JSON.stringify(value));
const feature = (properties: unknown, more = {}) => ({ type: 'Feature', properties, geometry: polygon, ...more });

it('reads a polygon, several polygons of one area, a feature and a collection, each feature an area', () => {
  expect(read(polygon)).toEqual({ kind: 'areas', areas: [{ name: 'area 1', polygons: [[ring]] }] });
  expect(read({ type: 'MultiPolygon', coordinates: [[ring], [ring]] })).toMatchObject({
    areas: [{ polygons: [[ring], [ring]] }],
  });
  expect(read(feature({ name: 'Estate' }))).toMatchObject({ areas: [{ name: 'Estate' }] });
  const collection = {
    type: 'FeatureCollection',
    features: [feature({ id: 7 }), feature(null, { id: 'b' }), feature({})],
  };
  expect(read(collection)).toMatchObject({ areas: [{ name: '7' }, { name: 'b' }, { name: 'area 3' }] });
});

it('takes the first name in the form of official boundaries', () => {
  const official = { WD22CD: 'E05013652', WD22NM: 'Belsize', LAD22NM: 'Camden', id: 1 };
  expect(read(feature(official))).toMatchObject({ areas: [{ name: 'Belsize' }] });
});

it('makes one line of a name', () => {
  expect(read(feature({ name: ' two\nlines\u0007 ' }))).toMatchObject({ areas: [{ name: 'two lines' }] });
});

it.each([
  ['no JSON', '{"type"', 'cannot be read as GeoJSON'],
  [
    'another system',
    { ...polygon, crs: { properties: { name: 'urn:ogc:def:crs:EPSG::27700' } } },
    'EPSG::27700: export',
  ],
  ['an unnamed system', { ...polygon, crs: {} }, 'an unnamed system'],
  [
    'eastings',
    {
      type: 'Polygon',
      coordinates: [
        [
          [530000, 180000],
          [531000, 180000],
          [530000, 181000],
          [530000, 180000],
        ],
      ],
    },
    'WGS84',
  ],
  ['swapped', { type: 'Polygon', coordinates: [ring.map((at) => at.toReversed())] }, 'give the longitude first'],
  ['a line', { type: 'LineString', coordinates: ring }, 'is not a polygon'],
  ['an open ring', { type: 'Polygon', coordinates: [[...ring.slice(0, 3), [-0.13, 51.5]]] }, 'not closed'],
  ['nothing', { type: 'FeatureCollection', features: [] }, 'holds no area'],
  [
    'one bad among good',
    { type: 'FeatureCollection', features: [feature({}), { type: 'Feature', geometry: null }] },
    '"area 2" is not a polygon',
  ],
  [
    'too many',
    { type: 'FeatureCollection', features: Array.from({ length: AREA_LIMITS.areas + 1 }, () => feature({})) },
    '1,001 areas',
  ],
  [
    'too many corners',
    { type: 'Polygon', coordinates: [[...Array.from({ length: AREA_LIMITS.corners }, () => ring[0]), ring[0]]] },
    '200,000 corners',
  ],
])('refuses %s with what to do', (_, value, because) => {
  const answer = typeof value === 'string' ? readDrawnAreas(value) : read(value);
  expect(answer).toMatchObject({ kind: 'refused', because: expect.stringContaining(because) });
});

it('takes WGS84 by its names', () => {
  for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326']) {
    expect(read({ ...polygon, crs: { properties: { name } } }).kind).toBe('areas');
  }
});
