import { readFile as readBytes, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FileRead } from './model.ts';
import { readFile } from './read-file-importer.ts';

/** The file that was named cannot be used; the message is one sentence that says what to do. */
export class UnusableRoster extends Error {
  override name = 'UnusableRoster';
}

/** Bytes that a roster may have: a month of 1,700 officers takes about three million. */
export const MOST_BYTES = 32_000_000;

/** Reads a roster file from disk. @throws UnusableRoster when it is not there, is too large or cannot be read */
export async function openRoster(path: string): Promise<FileRead> {
  const found = resolve(path);
  try {
    const { size } = await stat(found);
    if (size > MOST_BYTES)
      throw new UnusableRoster(`"${path}" has more than ${MOST_BYTES / 1_000_000} MB: split it into several rosters.`);
    return readFile(basename(found), await readBytes(found));
  } catch (error) {
    if (error instanceof UnusableRoster || !(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT') throw new UnusableRoster(`There is no file "${path}": name a roster.`);
    throw new UnusableRoster(`"${path}" cannot be read (${String(error.code)}): name a roster file.`);
  }
}
