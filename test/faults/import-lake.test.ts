import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import type { NoTables, Records } from '../../src/platform/database/index.ts';
import { importFiles, listImports, revertImport } from '../../src/sources/service.ts';
import { type ImportDesk, openImportDesk } from '../builders/import-desk.ts';
import { madeOutcomeFile, madeSearchFile } from '../builders/incident-files.ts';
import { emptyRecords } from '../builders/records.ts';
import { madeStreetFile, madeWardBoundaries } from '../builders/street-files.ts';
import { madeZip } from '../builders/zip.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterEach(() => desk.close());

const official = (kind: string) => `2024-01/2024-01-metropolitan-${kind}.csv`;
/** Wards, and an archive with incidents of every kind. */
const files = async () => [
  await desk.file('wards.geojson', madeWardBoundaries()),
  await desk.file(
    'archive.zip',
    madeZip([
      { name: official('street'), content: madeStreetFile([{ id: 'a' }]) },
      { name: official('stop-and-search'), content: madeSearchFile([{}]) },
      { name: official('outcomes'), content: madeOutcomeFile([{ id: 'a' }]) },
    ]),
  ),
];

/** Lake files of live imports, as the records name them. */
async function named(records: Records): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`select path from sources.lake_file order by path`.execute(records);
  return rows.map(({ path }) => join(desk.platform.dataFolder, path));
}

/** Records that lose the answer to a commit, as when the line to the server breaks at that moment. */
function losingAnswers(records: Records): Records {
  const transaction = (): object => ({
    execute: async (work: (trx: Kysely<NoTables>) => Promise<unknown>) => {
      await records.transaction().execute(work);
      throw new Error('Connection terminated unexpectedly');
    },
  });
  return new Proxy(records, {
    get: (target, name) => {
      if (name === 'transaction') return transaction;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

it('keeps the incidents of an import whose commit happened though its answer was lost', async () => {
  // Their part of the lake is named in a transaction of its own, before that of the import.
  await sql`insert into sources.lake_identity default values`.execute(desk.system);
  const records = losingAnswers(desk.platform.records);
  await expect(importFiles({ ...desk.platform, records }, await files())).rejects.toThrow('terminated');
  expect((await listImports(desk.platform.records)).map(({ revertedAt }) => revertedAt)).toEqual([null, null]);
  const kept = await named(desk.platform.records);
  expect(kept.map((path) => path.split('/').at(-3))).toEqual(['outcomes', 'stop-and-search', 'street']);
  for (const path of kept) await access(path);
  const again = await importFiles(desk.platform, await files());
  expect(again.imports.every(({ unchanged }) => unchanged)).toBe(true);
  await importFiles(desk.platform, [await desk.file('more.csv', madeStreetFile([{ id: 'b', month: '2024-02' }]))]);
  for (const path of await named(desk.platform.records)) await access(path);
});

it('leaves the incidents of another database in the same data folder alone, also when its own are taken back', async () => {
  const other = await emptyRecords();
  try {
    const platform = { ...desk.platform, records: other.records };
    await ensureReferenceAreas(platform);
    await importFiles(desk.platform, await files());
    const [wards, archive] = await files();
    if (!wards || !archive) throw new Error('no files');
    const { vintage } = await importFiles(platform, [wards, archive]);
    const [mine, theirs] = [await named(desk.platform.records), await named(other.records)];
    expect(mine.map((path) => path.split('/').at(-2))).toEqual(theirs.map((path) => path.split('/').at(-2)));
    for (const path of [...mine, ...theirs]) await access(path);
    await revertImport(platform, vintage);
    await importFiles(platform, [wards]);
    for (const path of mine) await access(path);
    for (const path of theirs) await expect(access(path)).rejects.toThrow('ENOENT');
  } finally {
    await other.close();
  }
});
