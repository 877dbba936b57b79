import { type ImportReport, Refusal } from '../model.ts';
import type { Upload, UploadState } from './model.ts';
import { readUpload, removeUploadedFiles, uploadedFiles, writeUpload } from './store.ts';

/** Called while files are read, with a sentence such as "Reading street.zip: 40%". */
export type Told = (sentence: string) => void;

/** What jobs need: where uploads are, how files are imported, where a fault is logged. */
export interface UploadWork {
  dataFolder: string;
  importUpload(
    files: { path: string; name: string }[],
    options: { vintage: string | null; dryRun: boolean },
    told: Told,
  ): Promise<ImportReport>;
  logFault(uploadId: string, error: unknown): void;
}

/** Uploads being read or imported in this process, one after the other. */
export interface UploadJobs {
  /** Ids under way or waiting. */
  busy(): ReadonlySet<string>;
  /** Where a job has come to; null when none is under way for the id. */
  progress(id: string): string | null;
  /** Reads the files without changing anything; settles when the upload is ready or refused. */
  preview(upload: Upload): Promise<void>;
  /** Imports files that were read; settles when they are imported or refused. */
  commit(upload: Upload, report: ImportReport): Promise<void>;
}

/** One at a time: two imports at once would share the memory that one is allowed. */
export function uploadJobs({ dataFolder, importUpload, logFault }: UploadWork): UploadJobs {
  const sentences = new Map<string, string>();
  let last: Promise<void> = Promise.resolve();

  async function run(upload: Upload, dryRun: boolean): Promise<void> {
    try {
      const report = await importUpload(
        uploadedFiles(dataFolder, upload),
        { vintage: upload.vintage, dryRun },
        (sentence) => sentences.set(upload.id, sentence),
      );
      await settle(upload, { kind: dryRun ? 'ready' : 'imported', report });
      if (!dryRun) await removeUploadedFiles(dataFolder, upload);
    } catch (error) {
      if (error instanceof Refusal) return await settle(upload, { kind: 'refused', sentence: error.message });
      logFault(upload.id, error);
      await settle(upload, { kind: 'failed' });
    }
  }

  /** Writes a state down, unless the upload was discarded meanwhile. */
  async function settle(upload: Upload, state: UploadState): Promise<void> {
    if ((await readUpload(dataFolder, upload.id)) !== null) await writeUpload(dataFolder, { ...upload, state });
  }

  async function enqueue(upload: Upload, dryRun: boolean): Promise<void> {
    sentences.set(upload.id, 'Waiting for another import to finish.');
    const job = last.then(async () => {
      sentences.set(upload.id, dryRun ? 'Reading the files.' : 'Importing.');
      await settle(upload, upload.state);
      await run(upload, dryRun);
    });
    last = job.catch(() => {});
    try {
      await job;
    } finally {
      sentences.delete(upload.id);
    }
  }

  return {
    busy: () => new Set(sentences.keys()),
    progress: (id) => sentences.get(id) ?? null,
    preview: (upload) => enqueue(upload, true),
    commit: (upload, report) => enqueue({ ...upload, state: { kind: 'importing', report } }, false),
  };
}
