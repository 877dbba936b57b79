import { randomBytes } from 'node:crypto';
import { access, link, realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { RecordsUnavailable } from '../errors.ts';

/** The kernel's word that no other process owns the folder; it ends with this process, however that ends. */
export interface FolderLock {
  kind: 'taken';
  release(): void;
}

/** Someone has it: "process 4711", or another part of this process. */
interface FolderHeld {
  kind: 'held';
  by: string;
}

const lockFile = 'lock.duckdb';
/** Folders that this process has locked or is about to: between parts of one process the kernel sees no conflict. */
const lockedHere = new Set<string>();

/**
 * Takes the lock of a data folder: a write lock that DuckDB asks of the kernel for a small file beside the records.
 * The kernel ties such a lock to the process, so it survives a stopped owner and vanishes with a killed one.
 * Within one process it protects nothing, and closing the file a second time would drop it: so this process keeps its
 * own list, and nothing else may open the file. See docs/decisions/0002-one-owner-of-the-records.md.
 * @throws RecordsUnavailable when the folder cannot be locked at all
 */
export async function takeFolderLock(dataFolder: string): Promise<FolderLock | FolderHeld> {
  const file = join(await realpath(dataFolder), lockFile);
  if (lockedHere.has(file)) return { kind: 'held', by: `process ${process.pid}` };
  lockedHere.add(file);
  try {
    await makeLockFile(dirname(file), file);
    const instance = await openLocked(file);
    return { kind: 'taken', release: () => release(instance, file) };
  } catch (error) {
    lockedHere.delete(file);
    const cause = error instanceof Error ? error.message : String(error);
    if (cause.includes('Conflicting lock is held')) return { kind: 'held', by: holder(cause) };
    const remedy = cause.includes('not a valid DuckDB')
      ? `delete ${file} while no Wardroom runs`
      : 'name a folder of a local disk that you may write to';
    throw new RecordsUnavailable(`The data folder ${dataFolder} cannot be locked (${cause}): ${remedy}.`, {
      cause: error,
    });
  }
}

function release(instance: DuckDBInstance, file: string): void {
  instance.closeSync();
  lockedHere.delete(file);
}

/** DuckDB names the holder: "Conflicting lock is held in /usr/bin/node (PID 4711)". */
function holder(cause: string): string {
  const process = /\(PID (\d+)\)/.exec(cause)?.[1];
  return process === undefined ? 'another process' : `process ${process}`;
}

/** The file is made whole elsewhere and linked into place, so that a process killed meanwhile leaves no half of it. */
async function makeLockFile(dataFolder: string, file: string): Promise<void> {
  if (await exists(file)) return;
  const draft = join(dataFolder, `lock-${randomBytes(6).toString('hex')}.duckdb`);
  const instance = await openLocked(draft);
  instance.closeSync();
  try {
    // Fails when another process was first; where links are unknown, DuckDB makes the file on opening it.
    await link(draft, file).catch(() => undefined);
  } finally {
    await rm(draft, { force: true });
  }
}

function openLocked(file: string): Promise<DuckDBInstance> {
  return DuckDBInstance.create(file, { threads: '1', memory_limit: '16MB' });
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
