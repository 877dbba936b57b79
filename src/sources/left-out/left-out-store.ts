import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RefusedRow } from '../left-out-rows.ts';
import { keptLines, keptRows, type LeftOutRow } from './left-out-lines.ts';

/** What is to be kept of one file: its rows left out, at hand or as a CSV that was written while it was read. */
export interface LeftOutOfFile {
  sha256: string;
  name: string;
  rows: { kind: 'rows'; rows: readonly RefusedRow[] } | { kind: 'file'; path: string };
}

const SUFFIX = '.csv';
const leftOutFolder = (identity: string): string => join('lake', identity, 'refused');
const leftOutFile = (identity: string, importId: string): string =>
  join(leftOutFolder(identity), `import-${importId}${SUFFIX}`);

/**
 * Writes the rows left out of some files to a folder, one CSV for each file that has any.
 * @param folder made when it is not there; on the same disk as the CSVs that were written while files were read
 * @returns where each lies, by the file's hash
 */
export async function writeLeftOut(folder: string, files: readonly LeftOutOfFile[]): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  await mkdir(folder, { recursive: true });
  for (const { sha256, name, rows } of files) {
    if (rows.kind === 'rows' && rows.rows.length === 0) continue;
    const path = leftOutIn(folder, sha256);
    if (rows.kind === 'file') await rename(rows.path, path);
    else await pipeline(Readable.from(keptLines(name, rows.rows)), createWriteStream(path, { mode: 0o600 }));
    written.set(sha256, path);
  }
  return written;
}

/** Where {@link writeLeftOut} puts the rows left out of a file. */
export function leftOutIn(folder: string, sha256: string): string {
  return join(folder, `left-out-${sha256}${SUFFIX}`);
}

/** Moves the rows left out of a file beside the lake, where they stay with their import. */
export async function moveLeftOut(
  dataFolder: string,
  path: string,
  kept: { identity: string; importId: string },
): Promise<void> {
  const target = join(dataFolder, leftOutFile(kept.identity, kept.importId));
  await mkdir(dirname(target), { recursive: true });
  await rename(path, target);
}

/** Removes the rows left out of imports that were taken back. */
export async function removeLeftOut(dataFolder: string, identity: string, importIds: readonly string[]): Promise<void> {
  for (const id of importIds) await rm(join(dataFolder, leftOutFile(identity, id)), { force: true });
}

/** Removes what an import or a revert that did not finish has left. Call it under the import lock. */
export async function sweepLeftOut(
  dataFolder: string,
  identity: string,
  liveImportIds: ReadonlySet<string>,
): Promise<void> {
  const folder = join(dataFolder, leftOutFolder(identity));
  const names = await readdir(folder).catch(() => [] as string[]);
  const idOf = (name: string): string => name.slice('import-'.length, -SUFFIX.length);
  const orphans = names.filter((name) => name.startsWith('import-') && !liveImportIds.has(idOf(name)));
  await Promise.all(orphans.map((name) => rm(join(folder, name), { force: true })));
}

/** The rows left out of an import; null when none were kept. */
export function readLeftOutOfImport(
  dataFolder: string,
  kept: { identity: string; importId: string },
  of: { reason: string | null; file: string },
): Promise<AsyncIterable<LeftOutRow> | null> {
  return readLeftOut(join(dataFolder, leftOutFile(kept.identity, kept.importId)), of);
}

/** The rows left out that a CSV of {@link writeLeftOut} holds; null when it is not there. */
export async function readLeftOut(
  path: string,
  of: { reason: string | null; file: string },
): Promise<AsyncIterable<LeftOutRow> | null> {
  try {
    await access(path);
  } catch {
    return null;
  }
  return keptRows(createReadStream(path, { encoding: 'utf8' }), of);
}
