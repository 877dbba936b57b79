import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { holdBoundaries } from '../../test/builders/boundary-import.ts';
import { describeStores, type EmptyRecords } from '../../test/builders/records.ts';
import type { PolygonRings } from '../lib/spatial/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Boundary } from './model.ts';
import { referenceAreas } from './reference-areas.ts';
import { ensureReferenceAreas, wardAdjacency } from './service.ts';
import { shippedAdjacency } from './shipped-adjacency.ts';
import * as store from './store.ts';

async function withAreas(open: () => Promise<EmptyRecords>) {
  const opened = await open();
  const { records } = opened;
  await ensureReferenceAreas({
    records,
    dataFolder: '/nowhere',
    actor: 'cli:test',
    principal: { kind: 'wardroom' },
    now: () => new Date('2026-03-01T12:00:00Z'),
  } satisfies Platform);
  return opened;
}

/** A ward as a square in a row of squares, each sharing its eastern edge with the next. */
function inRow(code: string, place: number): Boundary {
  const [west, east, south, north] = [place / 100, (place + 1) / 100, 51, 51.01];
  const square: PolygonRings = [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
  ];
  const [boroughCode, boroughName] = ['E09000007', 'Camden'];
  return { code, name: code, kind: 'ward', version: 'wards-2022', boroughCode, boroughName, polygons: [square] };
}

const shippedWards = referenceAreas('wards-2022').map(({ code }) => code);
const rowOf = (codes: readonly string[]) => codes.map(inRow);

describeStores('which wards share a border', (open) => {
  it('gives the shipped list until every ward asked for is imported, and again when that is taken back', async () => {
    const { records, close } = await withAreas(open);
    expect(await wardAdjacency(records, 'wards-2022')).toEqual(shippedAdjacency('wards-2022'));

    const [first = '', second = '', third = ''] = shippedWards;
    const id = await holdBoundaries(records, rowOf([second, first, 'E05000001']));
    expect(await wardAdjacency(records, 'wards-2022')).toEqual(shippedAdjacency('wards-2022'));
    expect(await wardAdjacency(records, 'wards-2022', [first, second, 'E05000001'])).toEqual({
      pairs: [
        ['E05000001', first],
        [first, second],
      ],
      source: 'Worked out from the boundaries imported from wards.geojson.',
    });
    expect(await wardAdjacency(records, 'wards-2022', [first, third])).toEqual(
      shippedAdjacency('wards-2022', [first, third]),
    );
    expect(await wardAdjacency(records, 'wards-2022', [third, 'E05000001'])).toBeNull();

    await sql`update sources.import set reverted_at = now(), reverted_by = 'test' where id = ${id}`.execute(records);
    expect(await wardAdjacency(records, 'wards-2022', [first, 'E05000001'])).toBeNull();
    await close();
  });

  it('gives every pair held where the shipped wards are all held, and works them out once', async () => {
    const { records, close } = await withAreas(open);
    const read = vi.spyOn(store, 'readBoundaries');
    await holdBoundaries(records, rowOf([...shippedWards, 'E05999999']));
    const held = await wardAdjacency(records, 'wards-2022');
    expect(held?.pairs).toHaveLength(shippedWards.length);
    expect(held?.pairs.at(-1)).toEqual([shippedWards.at(-1), 'E05999999']);
    expect(await wardAdjacency(records, 'wards-2022')).toEqual(held);
    // A newer import that moves a ward away is another set of boundaries.
    await holdBoundaries(records, [inRow('E05999999', 900)]);
    expect((await wardAdjacency(records, 'wards-2022'))?.pairs).toHaveLength(shippedWards.length - 1);
    expect(read).toHaveBeenCalledTimes(2);
    read.mockRestore();
    await close();
  });
});
