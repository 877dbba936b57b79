import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { holdBoundaries } from '../../test/builders/boundary-import.ts';
import { describeStores, type EmptyRecords } from '../../test/builders/records.ts';
import { locate, type PolygonRings, toE7 } from '../lib/spatial/index.ts';
import type { Records } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { BOUNDARY_VERSIONS } from './boundary-versions.ts';
import type { Boundary } from './model.ts';
import { referenceAreas } from './reference-areas.ts';
import {
  areaNames,
  boundariesOf,
  boundaryVersionsHeld,
  ensureReferenceAreas,
  listAreas,
  wardIndex,
} from './service.ts';

const platformOn = (records: Records): Platform => ({
  records,
  dataFolder: '/nowhere',
  actor: 'cli:test',
  principal: { kind: 'wardroom' } as const,
  now: () => new Date('2026-03-01T12:00:00Z'),
});

async function withAreas(open: () => Promise<EmptyRecords>) {
  const opened = await open();
  await ensureReferenceAreas(platformOn(opened.records));
  return opened;
}

const revert = (records: Records, id: number) =>
  sql`update sources.import set reverted_at = now(), reverted_by = 'test' where id = ${id}`.execute(records);

function square(west: number, size = 0.01): PolygonRings {
  const [east, south, north] = [west + size, 51.5, 51.5 + size];
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

const ward = (code: string, name: string, polygon: PolygonRings, borough = ['E09000007', 'Camden']): Boundary => ({
  code,
  name,
  kind: 'ward',
  version: 'wards-2022',
  boroughCode: borough[0] ?? null,
  boroughName: borough[1] ?? null,
  polygons: [polygon],
});
const belsize = ward('E05013652', 'Belsize', square(-0.17));
const hackneys = ward('E05009367', 'Brownswood', square(-0.09), ['E09000012', 'Hackney']);

describeStores('geography', (open) => {
  it('adds both ward sets and the boroughs once, and writes it down once', async () => {
    const { records, close } = await open();
    await ensureReferenceAreas(platformOn(records));
    await ensureReferenceAreas(platformOn(records));
    for (const version of BOUNDARY_VERSIONS) {
      expect(await listAreas(records, { version })).toEqual(referenceAreas(version));
    }
    const audit = await sql`select actor, action, detail::jsonb as detail from platform.audit`.execute(records);
    expect(audit.rows).toEqual([
      { actor: 'cli:test', action: 'geography.ensure-reference-areas', detail: { areas: 106 } },
    ]);
    await close();
  });

  it('puts back a reference area that was lost or altered', async () => {
    const { records, close } = await withAreas(open);
    await sql`delete from geography.area where code = 'E05013652'`.execute(records);
    await sql`update geography.area set name = 'Elsewhere' where code = 'E05013653'`.execute(records);
    await sql`update geography.boundary_set set title = 'other' where version = 'wards-2022'`.execute(records);
    await ensureReferenceAreas(platformOn(records));
    expect(await listAreas(records, { version: 'wards-2022' })).toEqual(referenceAreas('wards-2022'));
    const titles = await sql`select title from geography.boundary_set where version = 'wards-2022'`.execute(records);
    expect(titles.rows).toEqual([{ title: 'wards from May 2022' }]);
    await close();
  });

  it('lists the areas of some boroughs', async () => {
    const { records, close } = await withAreas(open);
    const boroughCodes = ['E09000019'];
    expect(await listAreas(records, { version: 'wards-2022', boroughCodes })).toHaveLength(17);
    const boroughs = await listAreas(records, { version: 'boroughs-2022', boroughCodes });
    expect(boroughs.map((area) => area.name)).toEqual(['Islington']);
    await close();
  });

  it('gives back boundaries as they came, and finds points in them', async () => {
    const { records, close } = await withAreas(open);
    const withHole: Boundary = { ...belsize, polygons: [[...square(-0.17), ...square(-0.165, 0.001)], square(-0.2)] };
    expect(await boundaryVersionsHeld(records)).toEqual([]);
    expect((await wardIndex(records, 'wards-2022')).codes).toEqual([]);
    await holdBoundaries(records, [withHole, hackneys]);

    expect(await boundariesOf(records, 'wards-2022')).toEqual([hackneys, withHole]);
    expect(await boundariesOf(records, 'wards-2022', { boroughCodes: ['E09000007'] })).toEqual([withHole]);
    expect(await boundariesOf(records, 'wards-2014')).toEqual([]);
    expect(await boundaryVersionsHeld(records)).toEqual(['wards-2022']);
    const index = await wardIndex(records, 'wards-2022');
    expect(locate(index, toE7(-0.162), toE7(51.505))).toBe('E05013652');
    expect(locate(index, toE7(-0.1), toE7(51.505))).toBeNull();
    await close();
  });

  it('takes each area from the newest live import that holds it, and a revert takes it back', async () => {
    const { records, close } = await withAreas(open);
    const moved = { ...belsize, polygons: [square(-0.18)] };
    await holdBoundaries(records, [belsize, hackneys]);
    const unit = await holdBoundaries(records, [moved]);
    expect(await boundariesOf(records, 'wards-2022')).toEqual([hackneys, moved]);
    await revert(records, unit);
    expect(await boundariesOf(records, 'wards-2022')).toEqual([hackneys, belsize]);
    await close();
  });

  it('adds imported areas to the reference ones, whose names stay', async () => {
    const { records, close } = await withAreas(open);
    const id = await holdBoundaries(records, [{ ...belsize, name: 'BELSIZE' }, hackneys]);
    const names = await areaNames(records, 'wards-2022');
    expect([names.size, names.get('E05013652'), names.get('E05009367')]).toEqual([38, 'Belsize', 'Brownswood']);
    await revert(records, id);
    expect((await areaNames(records, 'wards-2022')).has('E05009367')).toBe(false);
    await close();
  });

  it('writes more boundaries than fit one statement', async () => {
    const { records, close } = await withAreas(open);
    const many = Array.from({ length: 250 }, (_, n) =>
      ward(`E05${String(n).padStart(6, '0')}`, `Ward ${n}`, square(-0.5 + n * 0.001, 0.001)),
    );
    await holdBoundaries(records, many);
    expect(await boundariesOf(records, 'wards-2022')).toEqual(many);
    await close();
  });
});
