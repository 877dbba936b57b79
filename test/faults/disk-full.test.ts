import { spawnSync } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, inject, it } from 'vitest';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { importFiles } from '../../src/sources/service.ts';
import { dataFolderOnDisk } from '../builders/import-desk.ts';
import { emptyDataFolder } from '../builders/records.ts';
import { type FilesToImport, writeFilesToImport } from './kills/files-to-import.ts';
import { withPlatform } from './kills/stores.ts';

const script = fileURLToPath(new URL('./import-on-full-disk.ts', import.meta.url));
/** Debian's util-linux; gives a process a view of the disks of its own. */
const unshare = '/usr/bin/unshare';
const KILOBYTE = 1024;
const MEGABYTE = 1024 ** 2;

let files: FilesToImport;
let prepared = '';
let bytes = 0;

const hasSmallDisks = (): boolean =>
  spawnSync(unshare, ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt']).status === 0;

beforeAll(async () => {
  files = await writeFilesToImport(join(inject('runFolder'), 'files-for-full-disk'), 'made');
  prepared = await dataFolderOnDisk();
  await withPlatform({ dataFolder: prepared, url: null }, async (platform) => {
    await ensureReferenceAreas(platform);
    await importFiles(
      platform,
      files.before.map((path) => ({ path, name: path.split('/').at(-1) ?? '' })),
    );
  });
  const found = await readdir(prepared, { recursive: true, withFileTypes: true });
  const sizes = found.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)));
  bytes = (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
});

/** Imports on a disk of its own, with so many bytes free from a step on: only that process sees it, and it goes with it. */
async function importWith(step: string, spare: number): Promise<unknown> {
  const megabytes = Math.ceil(bytes / MEGABYTE) + 100;
  const mount = `mount -t tmpfs -o size=${megabytes}m none "$0" && cp -r "$1/." "$0" && shift && exec "$@"`;
  const disk = await emptyDataFolder();
  const command = [process.execPath, '--import', 'tsx', script, disk, step, String(spare), ...files.killed];
  const { stdout, stderr } = spawnSync(unshare, ['-rm', 'sh', '-c', mount, disk, prepared, ...command], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

it.skipIf(!hasSmallDisks()).each([
  ['to unpack', 'reading', 100 * KILOBYTE],
  ['to write incidents', 'checking and placing in wards', 700 * KILOBYTE],
  ['for the records', 'keeping', 0],
])('changes nothing when the disk has no room %s, and imports when there is', async (_, step, spare) => {
  expect(await importWith(step, spare)).toMatchObject({
    isRefusal: true,
    sentence: 'The disk is full, so nothing was changed: free some room and import again.',
    differences: [],
    unchanged: false,
    orphans: [],
  });
});
