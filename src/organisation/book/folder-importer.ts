import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { BookFile } from './read-book-files.ts';

/** The folder or file that was named cannot be used; the message is one sentence that says what to do. */
export class UnusablePath extends Error {
  override name = 'UnusablePath';
}

/** Bytes that one file of a book may have: a hundred thousand postings take about ten million. */
const MOST_BYTES = 64_000_000;

/**
 * Reads the CSV files of a folder, or one file. What is not UTF-8 comes without its text, to be refused with the rest.
 * @throws UnusablePath when there is none, or it cannot be read
 */
export async function readFolder(path: string): Promise<BookFile[]> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return [await readOne(path)];
    const names = (await readdir(path)).filter((name) => extname(name).toLowerCase() === '.csv').sort();
    const files: BookFile[] = [];
    for (const name of names) files.push(await readOne(join(path, name)));
    return files;
  } catch (error) {
    throw unusable(path, error);
  }
}

async function readOne(path: string): Promise<BookFile> {
  const name = basename(path);
  if (extname(name).toLowerCase() === '.zip')
    throw new UnusablePath(`"${name}" is an archive: unpack it, and name the folder.`);
  if ((await stat(path)).size > MOST_BYTES)
    throw new UnusablePath(`"${name}" has more than ${MOST_BYTES / 1_000_000} MB: split it into several files.`);
  const bytes = await readFile(path);
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { name, text: null };
  }
}

/**
 * Writes files into a folder, which is made where it is missing; nothing is written over.
 * @throws UnusablePath when a file is there already, or cannot be written
 */
export async function writeFolder(path: string, files: readonly { name: string; text: string }[]): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    const there = new Set(await readdir(path));
    const taken = files.find(({ name }) => there.has(name));
    if (taken !== undefined)
      throw new UnusablePath(`"${path}" has a file ${taken.name} already: name a folder without one.`);
    for (const { name, text } of files) await writeFile(join(path, name), text, { flag: 'wx' });
  } catch (error) {
    throw unusable(path, error);
  }
}

function unusable(path: string, error: unknown): unknown {
  if (error instanceof UnusablePath) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new UnusablePath(`There is no "${path}": name a folder of CSV files, or one.`);
  return typeof code === 'string' ? new UnusablePath(`"${path}" cannot be used (${code}).`) : error;
}
