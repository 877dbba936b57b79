import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { csvLines, type OpenTable, toCsvw, toNotes } from '../../lib/tables/index.ts';
import { published } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Refusal } from '../../sources/index.ts';
import { DESCRIPTOR, describePackage, PACKAGE_NAME } from './describe-package.ts';
import { loadOpenDataPage, loadTables } from './open-data-service.ts';

/** What an export wrote. */
export interface Exported {
  folder: string;
  tables: { name: string; title: string; rows: number }[];
}

/**
 * Writes every table and the descriptor to a folder: all of it beside the folder first, then put in its place, so that a
 * reader never finds half of it. A package that was there before is replaced whole.
 * @throws Refusal when the folder holds anything but such a package
 */
export const exportOpenData = published(
  'desk.export-open-data',
  async (platform: Platform, folder: string): Promise<Exported> => {
    const target = resolve(folder);
    await whatIsThere(target);
    const { unit } = await loadOpenDataPage(platform);
    const loaded = await loadTables(platform);
    const aside = `${target}.${randomUUID().slice(0, 8)}`;
    await mkdir(dirname(target), { recursive: true });
    await mkdir(aside);
    try {
      const tables: Exported['tables'] = [];
      for (const { table } of loaded) {
        const rows = await writeTable(aside, table);
        tables.push({ name: table.name, title: table.title, rows });
      }
      const made = platform.now().toISOString();
      const descriptor = describePackage(
        unit.name,
        made,
        loaded.map(({ table }) => table),
      );
      await writeFile(join(aside, DESCRIPTOR), `${JSON.stringify(descriptor, null, 2)}\n`);
      await putInPlace(aside, target, await whatIsThere(target));
      return { folder: target, tables };
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  },
);

async function writeTable(folder: string, table: OpenTable): Promise<number> {
  let lines = 0;
  const counted = function* (): Generator<string, void> {
    for (const line of csvLines(table)) {
      lines += 1;
      yield line;
    }
  };
  await pipeline(Readable.from(counted()), createWriteStream(join(folder, `${table.name}.csv`)));
  await writeFile(join(folder, `${table.name}.csv-metadata.json`), `${JSON.stringify(toCsvw(table), null, 2)}\n`);
  await writeFile(join(folder, `${table.name}.txt`), toNotes(table));
  return lines - 1;
}

const descriptorShape = z.object({ name: z.literal(PACKAGE_NAME), resources: z.array(z.object({ name: z.string() })) });

/**
 * What the folder holds: nothing, or a package that may be replaced.
 * @throws Refusal when it holds anything that a package of ours does not name
 */
async function whatIsThere(target: string): Promise<'nothing' | 'a package'> {
  const files = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    if (error.code === 'ENOTDIR') throw new Refusal(`${target} is a file: name a folder for the open data.`);
    throw error;
  });
  if (files === null || files.length === 0) return 'nothing';
  const own = await readFile(join(target, DESCRIPTOR), 'utf8').then(ownFiles, () => new Set<string>());
  if (files.every((file) => own.has(file))) return 'a package';
  throw new Refusal(
    `The folder ${target} holds files that are no open data of Wardroom’s: name an empty folder, or one that is not there yet.`,
  );
}

/** Names of the files that a package of ours holds; none when the text describes no such package. */
function ownFiles(text: string): Set<string> {
  let descriptor: unknown;
  try {
    descriptor = JSON.parse(text);
  } catch {
    return new Set();
  }
  const parsed = descriptorShape.safeParse(descriptor);
  if (!parsed.success) return new Set();
  const names = parsed.data.resources.map(({ name }) => name);
  return new Set([DESCRIPTOR, ...names.flatMap((name) => [`${name}.csv`, `${name}.csv-metadata.json`, `${name}.txt`])]);
}

/** The old package goes aside and comes back when the new one cannot take its place. */
async function putInPlace(aside: string, target: string, before: 'nothing' | 'a package'): Promise<void> {
  if (before === 'nothing') {
    await rmdir(target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(aside, target);
    return;
  }
  const old = `${aside}.old`;
  await rename(target, old);
  try {
    await rename(aside, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
