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
import { madeStreetFile, madeWardBoundaries } from '../builders/street-files.ts';

const child = fileURLToPath(new URL('./import-and-die.ts', import.meta.url));

async function withRecords<T>(dataFolder: string, work: (platform: Platform) => Promise<T>): Promise<T> {
  const { records, close } = await openDatabase({ dataFolder, databaseUrl: null });
  try {
    return await work({ records, dataFolder, actor: 'cli:test', now: () => new Date('2026-04-01T12:00:00Z') });
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
  const crimes = join(dataFolder, 'crimes.csv');
  await writeFile(wards, madeWardBoundaries());
  await writeFile(crimes, madeStreetFile(Array.from({ length: 2000 }, (_, n) => ({ id: `id${n}` }))));
  for (const [step, done] of [
    ['checking and placing in wards', '0'],
    ['keeping', '1'],
    // Everything is written and moved; only the commit is missing.
    ['keeping', '2'],
  ] as const) {
    const process = spawn('node', ['--import', 'tsx', child, dataFolder, step, done, wards, crimes], { stdio: 'pipe' });
    const [, signal] = await once(process, 'exit');
    expect(signal, `${step} ${done}`).toBe('SIGKILL');
    expect(await withRecords(dataFolder, ({ records }) => listImports(records)), `${step} ${done}`).toEqual([]);
  }
  expect(await filesBelow(dataFolder, 'lake'), 'the last one had moved its files').toHaveLength(1);
  const report = await withRecords(dataFolder, (platform) =>
    importFiles(platform, [
      { path: wards, name: 'wards.geojson' },
      { path: crimes, name: 'crimes.csv' },
    ]),
  );
  expect(report.imports.map(({ rowsUsed, unchanged }) => [rowsUsed, unchanged])).toEqual([
    [2, false],
    [2000, false],
  ]);
  const id = report.imports[1]?.id;
  expect(await filesBelow(dataFolder, 'lake')).toEqual([
    expect.stringMatching(new RegExp(`/lake/[0-9a-f-]{36}/street/import-${id}/metropolitan-2024-01[.]parquet$`)),
  ]);
  expect(await filesBelow(dataFolder, 'staging')).toEqual([]);
});
