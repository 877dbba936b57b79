import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdFigures } from '../../../test/builders/held-figures.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { burglaries } from '../../../test/builders/ward-figures.ts';
import { listPlans } from '../../allocation/service.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { listImports } from '../../sources/service.ts';
import { loadDemonstration } from './load-demonstration.ts';

let opened: EmptyRecords;
let platform: Platform;

beforeEach(async () => {
  opened = await emptyRecords();
  const { records } = opened;
  platform = {
    records,
    dataFolder: '/nowhere',
    actor: 'test',
    principal: { kind: 'wardroom' } as const,
    now: () => new Date('2026-03-10T12:00:00Z'),
  };
  await ensureReferenceAreas(platform);
  await ensureReferenceUnit(platform);
});
afterEach(() => opened.close());

const held = async () => ({
  imports: (await listImports(platform.records)).map(({ kind }) => kind),
  plans: (await listPlans(platform.records, CENTRAL_NORTH.name)).map(({ inForceFrom }) => inForceFrom),
});
const filled = { imports: ['synthetic'], plans: ['2026-03-01'] };

test('an empty folder gets made-up figures and a plan, once', async () => {
  expect(await loadDemonstration(platform)).toBe(true);
  expect(await held()).toEqual(filled);
  expect(await loadDemonstration(platform)).toBe(false);
  expect(await held()).toEqual(filled);
});

test('a start that was killed between the figures and the plan is taken up by the next', async () => {
  await loadDemonstration(platform);
  await sql`truncate publication.item, publication.version, publication.snapshot`.execute(platform.records);
  expect(await loadDemonstration(platform)).toBe(true);
  expect(await held()).toEqual(filled);
});

test('a folder with figures of its own is left alone', async () => {
  const figures = burglaries('wards-2022', '2024-01', '2026-02');
  await holdFigures(platform.records, figures, { vintage: 'spring', kind: 'mps-ward' });
  expect(await loadDemonstration(platform)).toBe(false);
  expect(await held()).toEqual({ imports: ['mps-ward'], plans: [] });
});
