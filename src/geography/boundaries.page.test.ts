import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdBoundaries } from '../../test/builders/boundary-import.ts';
import { type PageServer, pageServer } from '../../test/builders/page-server.ts';
import { geographyRoutes } from './routes.ts';
import { ensureReferenceAreas } from './service.ts';

let server: PageServer;

beforeAll(async () => {
  server = await pageServer(async (fastify, { system }) => {
    await ensureReferenceAreas(system);
    geographyRoutes(fastify);
  });
});
afterAll(() => server.close());

const get = (query: string) => server.get(`/geography/boundaries.geojson${query}`);

it('has nothing to show before boundaries are imported', async () => {
  const answer = await get('?version=wards-2022');
  expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('import a boundary file')]);
});

it('asks for a boundary version it knows', async () => {
  for (const query of ['', '?version=wards-1999']) {
    const answer = await get(query);
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('wards-2014, wards-2022')]);
  }
});

it.each(['%00', 'Camden', 'E0900000', "E09000007'--"])('asks for a borough’s code, not for “%s”', async (borough) => {
  const answer = await get(`?version=wards-2022&borough=${borough}`);
  expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('a code such as E09000007')]);
});

it('gives the boundaries of one or several boroughs as GeoJSON', async () => {
  const ring: [number, number][] = [
    [-0.17, 51.54],
    [-0.15, 51.54],
    [-0.17, 51.56],
    [-0.17, 51.54],
  ];
  const polygons = [[ring]];
  const camden = { boroughCode: 'E09000007', boroughName: 'Camden', kind: 'ward', version: 'wards-2022' } as const;
  const islington = { ...camden, boroughCode: 'E09000019', boroughName: 'Islington' };
  await holdBoundaries(server.system.records, [
    { code: 'E05013652', name: 'Belsize', ...camden, polygons },
    { code: 'E05013697', name: 'Arsenal', ...islington, polygons },
  ]);

  const one = await get('?version=wards-2022&borough=E09000007');
  expect(one.headers['content-type']).toContain('application/geo+json');
  expect(one.json()).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'E05013652',
        properties: { code: 'E05013652', name: 'Belsize', borough: 'Camden' },
        geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
      },
    ],
  });
  const both = await get('?version=wards-2022&borough=E09000007&borough=E09000019');
  expect(both.json().features).toHaveLength(2);
});
