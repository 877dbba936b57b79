import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// @ts-expect-error -- the validator ships no types
import { Package } from 'datapackage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenTable, toCsv, toDataPackage } from './index.ts';

// Another implementation of the format reads what we write: Frictionless Data's own, for JavaScript.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wardroom-package-'));
});
afterAll(() => rm(folder, { recursive: true }));

const column = (name: string, type: OpenTable['columns'][number]['type'], always = true) => ({
  name,
  title: name,
  description: `The ${name}.`,
  type,
  always,
});

const table: OpenTable = {
  name: 'made-series',
  title: 'Made series',
  description: 'Made figures for a test.',
  columns: [
    column('area', 'text'),
    column('month', 'month'),
    column('value', 'whole number', false),
    column('share', 'number'),
    column('doubtful', 'yes or no'),
    column('made', 'date'),
  ],
  key: ['area', 'month'],
  rows: [
    ['St Mary’s & "St James\'"', '2024-01', 12, 0.25, false, '2026-03-01'],
    ['Bunhill, east\r\nside', '2024-02', null, -1.5, true, '2026-03-01'],
  ],
  notes: ['A note.'],
  sources: [{ title: 'made.csv' }],
  made: '2026-03-01',
};

async function readBack(tables: OpenTable[]) {
  const descriptor = toDataPackage({
    name: 'made',
    title: 'Made',
    description: 'Made tables.',
    version: '1.0.0',
    made: '2026-03-01T09:00:00.000Z',
    tables,
  });
  for (const each of tables) await writeFile(join(folder, `${each.name}.csv`), toCsv(each));
  return Package.load(descriptor, { basePath: folder, strict: false });
}

it('is a valid tabular data package, whose rows come back as they were', async () => {
  const read = await readBack([table]);
  expect(read.errors).toEqual([]);
  expect(read.valid).toBe(true);
  const rows = await read.resources[0].read();
  expect(rows.map((row: unknown[]) => [row[0], row[2], row[3], row[4]])).toEqual([
    ['St Mary’s & "St James\'"', 12, 0.25, false],
    ['Bunhill, east\r\nside', null, -1.5, true],
  ]);
});

it('is refused by the validator when a row breaks what the descriptor says', async () => {
  const read = await readBack([{ ...table, rows: [['a', '2024-13', 1, 1, true, '2026-03-01']] }]);
  await expect(read.resources[0].read()).rejects.toThrow();
});
