import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../test/builders/page-server.ts';
import type { Boundary } from './model.ts';
import { geographyRoutes } from './routes.ts';
import { ensureReferenceAreas, storeBoundaries } from './service.ts';

const ADDRESS = '/geography/boundaries.geojson';

let pages: PageServer;

const area = (code: string, name: string, boroughCode: string): Boundary => ({
  code,
  name,
  kind: 'ward',
  version: 'wards-2022',
  boroughCode,
  boroughName: boroughCode === 'E09000007' ? 'Camden' : 'Islington',
  polygons: [
    [
      [
        [-0.14, 51.5],
        [-0.13, 51.5],
        [-0.13, 51.51],
        [-0.14, 51.5],
      ],
    ],
  ],
});

beforeEach(async () => {
  pages = await pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.platform);
    geographyRoutes(server, deps);
  });
});
afterEach(() => pages.close());

async function importBoundaries(): Promise<void> {
  const { records } = pages.platform;
  const { rows } = await sql<{ id: number }>`
    insert into sources.import (vintage, file, sha256, kind, recognised_as, rows_read, rows_used, refused, notices,
      boundary_versions, imported_by)
    values ('v', 'wards.geojson', 'x', 'boundaries', 'ward boundaries', 2, 2, '[]', '[]', '{wards-2022}', 'test')
    returning id`.execute(records);
  const boundaries = [area('E05013653', 'Bloomsbury', 'E09000007'), area('E05013697', 'Arsenal', 'E09000019')];
  await storeBoundaries(records, rows[0]?.id ?? 0, { boundaries });
}

it('gives the boundaries held as GeoJSON', async () => {
  await importBoundaries();
  const answer = await pages.get(`${ADDRESS}?version=wards-2022`);
  expect(answer.headers['content-type']).toContain('application/geo+json');
  expect(answer.json().features).toHaveLength(2);
  expect(answer.json().features[0]).toMatchObject({
    id: 'E05013653',
    properties: { code: 'E05013653', name: 'Bloomsbury', borough: 'Camden' },
    geometry: { type: 'MultiPolygon' },
  });
});

it('keeps to the boroughs asked for', async () => {
  await importBoundaries();
  const codes = async (query: string): Promise<string[]> =>
    (await pages.get(`${ADDRESS}?version=wards-2022${query}`))
      .json()
      .features.map((feature: { id: string }) => feature.id);
  expect(await codes('&borough=E09000019')).toEqual(['E05013697']);
  expect(await codes('&borough=E09000019&borough=E09000007')).toEqual(['E05013653', 'E05013697']);
});

it('answers 404 where none are held, and 400 where the version is none', async () => {
  expect((await pages.get(`${ADDRESS}?version=wards-2022`)).statusCode).toBe(404);
  expect((await pages.get(`${ADDRESS}?version=wards-1900`)).statusCode).toBe(400);
  expect((await pages.get(ADDRESS)).statusCode).toBe(400);
  expect(pages.faults).toEqual([]);
});
