import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takeFolderLock } from '../../platform/database/index.ts';
import { isUploadId, parseUpload, type Upload } from './model.ts';

const STATE = 'upload.json';

const uploadsFolder = (dataFolder: string) => join(dataFolder, 'uploads');
/** Folder of one upload: its files, what is said of them, and the rows left out. */
export const uploadFolder = (dataFolder: string, id: string): string => join(uploadsFolder(dataFolder), id);

/** Makes an empty folder for one upload, readable by nobody else. */
export async function newUploadFolder(dataFolder: string): Promise<{ id: string; folder: string }> {
  const id = randomUUID();
  const folder = uploadFolder(dataFolder, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return { id, folder };
}

/** Where the files of an upload are, with the names they were sent under. */
export function uploadedFiles(dataFolder: string, upload: Upload): { path: string; name: string }[] {
  return upload.files.map(({ name }, index) => ({
    name,
    path: join(uploadFolder(dataFolder, upload.id), String(index + 1)),
  }));
}

/** The files of an upload that were not refused when they were read. */
export function acceptedFiles(dataFolder: string, upload: Upload): { path: string; name: string }[] {
  const refused = 'report' in upload.state ? upload.state.report.refusedFiles : [];
  const positions = new Set(refused.map(({ position }) => position));
  return uploadedFiles(dataFolder, upload).filter((_, position) => !positions.has(position));
}

/**
 * Takes an upload for this process; null when another process, or another job of this one, has it, or it is gone. The
 * kernel keeps the claim and drops it when the process ends, however that ends.
 */
export async function claimUpload(dataFolder: string, id: string): Promise<{ release(): void } | null> {
  try {
    const lock = await takeFolderLock(uploadFolder(dataFolder, id));
    return lock.kind === 'taken' ? lock : null;
  } catch (error) {
    if ((await readUpload(dataFolder, id)) === null) return null;
    throw error;
  }
}

/** Every upload that can be read, the oldest first; others are swept in a day. */
export async function listUploads(dataFolder: string): Promise<Upload[]> {
  const names = (await readdir(uploadsFolder(dataFolder)).catch(() => [])).filter(isUploadId);
  const uploads = await Promise.all(names.map((id) => readUpload(dataFolder, id).catch(() => null)));
  return uploads.flatMap((upload) => upload ?? []).sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}

/** The upload of an id; null when there is none, or none any more. */
export async function readUpload(dataFolder: string, id: string): Promise<Upload | null> {
  if (!isUploadId(id)) return null;
  try {
    return parseUpload(await readFile(join(uploadFolder(dataFolder, id), STATE), 'utf8'));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/** Another process may discard an upload at any moment. */
async function unlessGone<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Writes how far an upload has come; a reader sees the old state or the new one, never half. */
export async function writeUpload(dataFolder: string, upload: Upload): Promise<void> {
  const path = join(uploadFolder(dataFolder, upload.id), STATE);
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(upload), { mode: 0o600 });
  await rename(draft, path);
}

/** Removes an upload with its files; one that is gone already stays gone. */
export async function removeUpload(dataFolder: string, id: string): Promise<void> {
  if (isUploadId(id)) await rm(uploadFolder(dataFolder, id), { recursive: true, force: true });
}

/** Removes the files of an upload that was imported, and its rows left out; what became of it stays until swept. */
export async function removeUploadedFiles(dataFolder: string, upload: Upload): Promise<void> {
  const folder = uploadFolder(dataFolder, upload.id);
  const left = ((await unlessGone(readdir(folder))) ?? []).filter((name) => /^\d+$|^left-out-/.test(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

/**
 * Removes uploads that nothing happened to since a moment.
 * @param busy ids to leave alone
 */
export async function sweepUploads(dataFolder: string, before: Date, busy: ReadonlySet<string>): Promise<void> {
  const names = await readdir(uploadsFolder(dataFolder)).catch(() => []);
  for (const id of names.filter(isUploadId)) {
    const found = await unlessGone(stat(uploadFolder(dataFolder, id)));
    if (found !== null && found.mtime < before && !busy.has(id)) await removeUpload(dataFolder, id);
  }
}
