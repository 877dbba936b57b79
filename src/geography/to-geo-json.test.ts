import { expect, it } from 'vitest';
import type { Boundary } from './model.ts';
import { parseBoundaries } from './parse-boundaries.ts';
import { toGeoJson } from './to-geo-json.ts';

const belsize: Boundary = {
  code: 'E05013652',
  name: 'Belsize',
  kind: 'ward',
  version: 'wards-2022',
  boroughCode: 'E09000007',
  boroughName: 'Camden',
  polygons: [
    [
      [
        [-0.17, 51.54],
        [-0.16, 51.54],
        [-0.16, 51.55],
        [-0.17, 51.54],
      ],
    ],
  ],
};

it('writes each area as one feature with its code, name and borough', () => {
  const [feature] = toGeoJson([belsize]).features;
  expect(feature?.properties).toEqual({ code: 'E05013652', name: 'Belsize', borough: 'Camden' });
  expect(feature?.geometry).toEqual({ type: 'MultiPolygon', coordinates: belsize.polygons });
});

it('keeps the boundary through writing and reading', () => {
  const written = toGeoJson([belsize]);
  const properties = { WD22CD: belsize.code, WD22NM: belsize.name };
  const features = written.features.map((feature) => ({ ...feature, properties }));
  expect(parseBoundaries(JSON.stringify({ ...written, features }))).toMatchObject({ boundaries: [belsize] });
});
