import { chown, mkdir, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, inject, it } from 'vitest';
import { clearSocketPlace, findSocketPlace, prepareSocketPlace } from './socket-place.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(inject('runFolder'), 'place-'));
});

const gone = (path: string) =>
  stat(path).then(
    () => false,
    () => true,
  );

it('is a private folder of the data folder', async () => {
  const place = await prepareSocketPlace(folder);
  expect(place).toBe(join(folder, 'socket', 'records'));
  expect((await stat(dirname(place))).mode & 0o777).toBe(0o700);
  expect(await findSocketPlace(folder)).toBe(place);
});

it('clears away the socket of an owner that was killed', async () => {
  await mkdir(join(folder, 'socket'));
  await writeFile(join(folder, 'socket', 'records'), '');
  expect(await gone(await prepareSocketPlace(folder))).toBe(true);
});

it('is a private temporary folder, noted in the data folder, when the path is too long for a socket', async () => {
  const long = join(folder, 'x'.repeat(100));
  await mkdir(long);
  const place = await prepareSocketPlace(long);
  expect(place.startsWith(long)).toBe(false);
  expect((await stat(dirname(place))).mode & 0o777).toBe(0o700);
  expect(await findSocketPlace(long)).toBe(place);

  const next = await prepareSocketPlace(long);
  expect(await gone(dirname(place))).toBe(true);
  await clearSocketPlace(long, next);
  expect(await gone(dirname(next))).toBe(true);
  expect(await gone(join(long, 'socket', 'place'))).toBe(true);
});

it('is not believed to be in a folder of another user', async () => {
  await prepareSocketPlace(folder);
  const note = join(folder, 'socket', 'place');
  await writeFile(note, join(await folderOfAnother(), 'records'));
  expect(await findSocketPlace(folder)).toBeNull();
});

/** Root can give a folder away; everyone else finds that of root. */
async function folderOfAnother(): Promise<string> {
  if (process.getuid?.() !== 0) return '/';
  const given = await mkdtemp(join(inject('runFolder'), 'theirs-'));
  await chown(given, 65_534, 65_534);
  return given;
}

it('is nowhere before anyone owned the folder', async () => {
  expect(await findSocketPlace(folder)).toBeNull();
});
