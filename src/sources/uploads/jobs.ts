import { type ImportReport, type Progress, Refusal } from '../model.ts';
import type { Upload, UploadState } from './model.ts';
import { progressSentence } from './progress-sentence.ts';
import {
  acceptedFiles,
  claimUpload,
  listUploads,
  readUpload,
  removeUploadedFiles,
  uploadedFiles,
  uploadFolder,
  writeUpload,
} from './store.ts';

/** How an upload is read or imported, and for whom. */
export interface UploadOptions {
  uploadId: string;
  /** Identity of who began it. */
  begunBy: string;
  vintage: string | null;
  about: string | null;
  dryRun: boolean;
  leftOutFolder: string;
}

/** What jobs need: where uploads are, how files are imported, where a fault is logged. */
export interface UploadWork {
  dataFolder: string;
  importUpload(
    files: { path: string; name: string }[],
    options: UploadOptions,
    told: (progress: Progress) => void,
  ): Promise<ImportReport>;
  logFault(uploadId: string, error: unknown): void;
}

/** Uploads being read or imported by this process, one after the other. */
export interface UploadJobs {
  /** Ids under way or waiting. */
  busy(): ReadonlySet<string>;
  /** Where a job has come to; null when none is under way for the id. */
  progress(id: string): string | null;
  /** Reads the files without changing anything; settles when the upload is ready or refused. */
  preview(upload: Upload): Promise<void>;
  /** Imports files that were read, but for those refused, for who the upload says; settles when they are imported or refused. */
  commit(upload: Upload, report: ImportReport): Promise<void>;
  /** Goes on with uploads whose process has ended; those another process is at are left to it. */
  takeUp(): Promise<void>;
  /** Begins nothing more; what is under way may end as it will, and is taken up by the next process. */
  stop(): void;
}

/** After this many attempts that ended with the process, an upload is given up. */
const MOST_ATTEMPTS = 3;
const UNDER_WAY: readonly UploadState['kind'][] = ['reading', 'importing'];

/** One at a time: two imports at once would share the memory that one is allowed. */
export function uploadJobs({ dataFolder, importUpload, logFault }: UploadWork): UploadJobs {
  const sentences = new Map<string, string>();
  let last: Promise<void> = Promise.resolve();
  let stopped = false;

  async function run(upload: Upload): Promise<void> {
    const dryRun = upload.state.kind === 'reading';
    const files = dryRun ? uploadedFiles(dataFolder, upload) : acceptedFiles(dataFolder, upload);
    const names = files.map(({ name }) => name);
    const { id: uploadId, begunBy, vintage, about } = upload;
    const leftOutFolder = uploadFolder(dataFolder, upload.id);
    try {
      const report = await importUpload(
        files,
        { uploadId, begunBy, vintage, about, dryRun, leftOutFolder },
        (progress) => sentences.set(upload.id, progressSentence(progress, names)),
      );
      await settle(upload, { kind: dryRun ? 'ready' : 'imported', report });
      if (!dryRun) await removeUploadedFiles(dataFolder, upload);
    } catch (error) {
      if (error instanceof Refusal) return await settle(upload, { kind: 'refused', sentence: error.message });
      // The server is closing, and the records with it: that is no fault of the files, nor an attempt that failed.
      if (stopped) return await settle({ ...upload, attempts: upload.attempts - 1 }, upload.state);
      logFault(upload.id, error);
      await settle(upload, { kind: 'failed', because: 'a fault' });
    }
  }

  /** Writes a state down, unless the upload was discarded meanwhile. */
  async function settle(upload: Upload, state: UploadState): Promise<void> {
    if ((await readUpload(dataFolder, upload.id)) !== null) await writeUpload(dataFolder, { ...upload, state });
  }

  /**
   * Begins what an upload is at, under a lock that ends with this process. Its state is read again under the lock, for
   * another process may have been quicker.
   * @param from states in which there is something to begin
   */
  async function begin(id: string, from: readonly UploadState['kind'][], next: (upload: Upload) => Upload) {
    const claim = await claimUpload(dataFolder, id);
    if (claim === null) return;
    try {
      const found = await readUpload(dataFolder, id);
      if (found === null || !from.includes(found.state.kind)) return;
      const upload = next(found);
      if (upload.attempts >= MOST_ATTEMPTS)
        return await settle(upload, { kind: 'failed', because: 'stopped too often' });
      sentences.set(id, upload.state.kind === 'reading' ? 'Reading the files.' : 'Importing.');
      const begun = { ...upload, attempts: upload.attempts + 1 };
      await settle(begun, begun.state);
      await run(begun);
    } finally {
      claim.release();
    }
  }

  /** Writes down that an upload that was read is to be imported; false when it is not there to be imported any more. */
  async function agree({ id, begunBy }: Upload, report: ImportReport): Promise<boolean> {
    sentences.set(id, 'Waiting for another import to finish.');
    const claim = await claimUpload(dataFolder, id);
    try {
      const found = claim === null ? null : await readUpload(dataFolder, id);
      if (found?.state.kind === 'ready') {
        await settle({ ...found, attempts: 0, begunBy }, { kind: 'importing', report });
        return true;
      }
      sentences.delete(id);
      return false;
    } catch (error) {
      sentences.delete(id);
      throw error;
    } finally {
      claim?.release();
    }
  }

  async function enqueue(id: string, from: readonly UploadState['kind'][], next: (upload: Upload) => Upload) {
    sentences.set(id, 'Waiting for another import to finish.');
    const job = last.then(() => (stopped ? undefined : begin(id, from, next)));
    last = job.catch(() => {});
    try {
      await job;
    } finally {
      sentences.delete(id);
    }
  }

  return {
    busy: () => new Set(sentences.keys()),
    progress: (id) => sentences.get(id) ?? null,
    preview: ({ id }) => enqueue(id, ['reading'], (upload) => upload),
    async commit(upload, report) {
      const { id } = upload;
      // Written down before its turn comes: the reader was told that it will be imported, so it is taken up if this process ends.
      if (await agree(upload, report)) await enqueue(id, ['importing'], (found) => found);
    },
    async takeUp() {
      const left = (await listUploads(dataFolder)).filter(
        ({ id, state }) => UNDER_WAY.includes(state.kind) && !sentences.has(id),
      );
      await Promise.all(left.map(({ id }) => enqueue(id, UNDER_WAY, (upload) => upload)));
    },
    stop() {
      stopped = true;
    },
  };
}
