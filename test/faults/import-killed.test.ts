import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { openDatabase } from '../../src/platform/database/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { importFiles, listImports } from '../../src/sources/service.ts';
import { dataFolderOnDisk } from '../builders/import-desk.ts';
import { madeOutcomeFile, madeSearchFile } from '../builders/incident-files.ts';
import { madeStreetFile, madeWardBoundaries } from '../builders/street-files.ts';
import { madeZip } from '../builders/zip.ts';

const child = fileURLToPath(new URL('./import-and-die.ts', import.meta.url));

const official = (kind: string) => `2024-01/2024-01-metropolitan-${kind}.csv`;

async function withRecords<T>(dataFolder: string, work: (platform: Platform) => Promise<T>): Promise<T> {
  const { system, close } = await openDatabase({ dataFolder, databaseUrl: null });
  try {
    return await work({
      records: system,
      dataFolder,
      actor: 'cli:test',
      principal: { kind: 'wardroom' } as const,
      now: () => new Date('2026-04-01T12:00:00Z'),
    });
  } finally {
    await close();
  }
}

async function filesBelow(dataFolder: string, folder: string): Promise<string[]> {
  const found = await readdir(join(dataFolder, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

it('leaves nothing of an import that is killed, and imports it again', async () => {
  const dataFolder = await dataFolderOnDisk();
  await withRecords(dataFolder, ensureReferenceAreas);
  const wards = join(dataFolder, 'wards.geojson');
  const archive = join(dataFolder, 'archive.zip');
  await writeFile(wards, madeWardBoundaries());
  await writeFile(
    archive,
    madeZip([
      { name: official('street'), content: madeStreetFile(Array.from({ length: 2000 }, (_, n) => ({ id: `id${n}` }))) },
      { name: official('outcomes'), content: madeOutcomeFile([{ id: 'id1' }]) },
      { name: official('stop-and-search'), content: madeSearchFile([{}, {}]) },
    ]),
  );
  for (const [step, done] of [
    ['checking and placing in wards', '0'],
    ['keeping', '1'],
    // Everything is written and moved; only the commit is missing.
    ['keeping', '2'],
  ] as const) {
    const process = spawn('node', ['--import', 'tsx', child, dataFolder, step, done, wards, archive], {
      stdio: 'pipe',
    });
    const [, signal] = await once(process, 'exit');
    expect(signal, `${step} ${done}`).toBe('SIGKILL');
    expect(await withRecords(dataFolder, ({ records }) => listImports(records)), `${step} ${done}`).toEqual([]);
  }
  expect(await filesBelow(dataFolder, 'lake'), 'the last one had moved its files').toHaveLength(3);
  const report = await withRecords(dataFolder, (platform) =>
    importFiles(platform, [
      { path: wards, name: 'wards.geojson' },
      { path: archive, name: 'archive.zip' },
    ]),
  );
  expect(report.imports.map(({ rowsUsed, unchanged }) => [rowsUsed, unchanged])).toEqual([
    [2, false],
    [2003, false],
  ]);
  const id = report.imports[1]?.id;
  expect((await filesBelow(dataFolder, 'lake')).sort()).toEqual([
    ...['outcomes', 'stop-and-search', 'street'].map((kind) =>
      expect.stringMatching(new RegExp(`/lake/[0-9a-f-]{36}/${kind}/import-${id}/metropolitan-2024-01[.]parquet$`)),
    ),
  ]);
  expect(await filesBelow(dataFolder, 'staging')).toEqual([]);
});
