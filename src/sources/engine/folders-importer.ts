import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { INCIDENT_KINDS, type IncidentKindName } from '../incidents/incident-kinds.ts';

/** A folder of one import, on the same disk as the lake so that its files can be moved there at once. */
export interface Staging {
  path: string;
  remove(): Promise<void>;
}

const STAGING = 'staging';
/** Below the data folder: the incidents of one kind in one database, one folder an import. */
function lakeOf(identity: string, kind: IncidentKindName): string {
  return join('lake', identity, kind);
}

/** Opens a staging folder after removing those whose process on this machine is gone, as after a power cut. */
export async function openStaging(dataFolder: string): Promise<Staging> {
  const all = join(dataFolder, STAGING);
  await mkdir(all, { recursive: true });
  await Promise.all((await readdir(all)).filter(isAbandoned).map((name) => removeFolder(join(all, name))));
  const path = join(all, `${hostname()}.${process.pid}.${randomBytes(6).toString('hex')}`);
  await mkdir(path, { mode: 0o700 });
  return { path, remove: () => removeFolder(path) };
}

function isAbandoned(name: string): boolean {
  const [pid, unique] = name.split('.').slice(-2);
  const host = name.slice(0, -`.${pid}.${unique}`.length);
  return host === hostname() && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function removeFolder(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Where an import's incidents of one kind lie, relative to the data folder.
 * @param identity that of the records: two databases may share a data folder, and both number their imports from 1
 */
export function lakeFolderOf(identity: string, kind: IncidentKindName, importId: string): string {
  return join(lakeOf(identity, kind), `import-${importId}`);
}

/** Moves the finished files of an import into the lake, all at once. */
export async function moveIntoLake(dataFolder: string, stagedFolder: string, lakeFolder: string): Promise<void> {
  const target = join(dataFolder, lakeFolder);
  await mkdir(dirname(target), { recursive: true });
  await removeFolder(target);
  await rename(stagedFolder, target);
}

/** Removes files that an import had in the lake, given as the records name them, with the folder they leave empty. */
export async function removeFromLake(dataFolder: string, paths: readonly string[]): Promise<void> {
  await Promise.all([...new Set(paths.map(dirname))].map((folder) => removeFolder(join(dataFolder, folder))));
}

/**
 * Removes folders of the lake that no import of these records refers to: left by an import or a revert that did not
 * finish. Call it under the import lock, so that none is being made meanwhile. Other databases' parts are not looked at.
 */
export async function sweepLake(
  dataFolder: string,
  identity: string,
  liveImportIds: ReadonlySet<string>,
): Promise<void> {
  for (const kind of INCIDENT_KINDS) {
    const lake = join(dataFolder, lakeOf(identity, kind));
    const names = await readdir(lake).catch(() => [] as string[]);
    const orphans = names.filter(
      (name) => name.startsWith('import-') && !liveImportIds.has(name.slice('import-'.length)),
    );
    await Promise.all(orphans.map((name) => removeFolder(join(lake, name))));
  }
}
