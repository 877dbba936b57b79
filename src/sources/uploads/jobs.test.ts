import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportReport, Refusal } from '../model.ts';
import { type UploadWork, uploadJobs } from './jobs.ts';
import type { Upload } from './model.ts';
import { newUploadFolder, readUpload, removeUpload, sweepUploads, writeUpload } from './store.ts';

const report = (vintage: string): ImportReport => ({ vintage, dryRun: true, boundaryVersions: [], imports: [] });

let dataFolder: string;
let faults: unknown[];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'wardroom-uploads-'));
  faults = [];
});
afterEach(() => rm(dataFolder, { recursive: true }));

async function newUpload(): Promise<Upload> {
  const { id, folder } = await newUploadFolder(dataFolder);
  await writeFile(join(folder, '1'), 'a,b');
  const upload: Upload = {
    id,
    startedAt: '2026-03-10T12:00:00.000Z',
    vintage: '2026-03',
    files: [{ name: '../../secret.csv', bytes: 3 }],
    state: { kind: 'reading' },
  };
  await writeUpload(dataFolder, upload);
  return upload;
}

const jobsWith = (importUpload: UploadWork['importUpload']) =>
  uploadJobs({ dataFolder, importUpload, logFault: (id, error) => faults.push([id, error]) });

/** An import that waits to be finished by hand. */
function byHand() {
  const waiting: { finish: () => void; told: (sentence: string) => void }[] = [];
  const importUpload: UploadWork['importUpload'] = (_files, _options, told) =>
    new Promise((resolve) => waiting.push({ finish: () => resolve(report('2026-03')), told }));
  return { waiting, importUpload };
}

/** Lets what was set going come to its next wait. */
async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setImmediate(resolve));
}

it('reads the files where they lie, by number, and writes down what they came to', async () => {
  const upload = await newUpload();
  const seen: unknown[] = [];
  await jobsWith(async (files, options) => {
    seen.push(files, options);
    return report('2026-03');
  }).preview(upload);
  expect(seen).toEqual([
    [{ name: '../../secret.csv', path: join(dataFolder, 'uploads', upload.id, '1') }],
    { vintage: '2026-03', dryRun: true },
  ]);
  expect((await readUpload(dataFolder, upload.id))?.state).toEqual({ kind: 'ready', report: report('2026-03') });
});

it('removes the files once they are imported, and keeps what they came to', async () => {
  const upload = await newUpload();
  await jobsWith(async () => report('2026-03')).commit(upload, report('2026-03'));
  expect((await readUpload(dataFolder, upload.id))?.state.kind).toBe('imported');
  expect(await readdir(join(dataFolder, 'uploads', upload.id))).toEqual(['upload.json']);
});

it('writes down a refusal in its own sentence, which is no fault', async () => {
  const upload = await newUpload();
  await jobsWith(() => Promise.reject(new Refusal('wards.csv has no rows: choose another file.'))).preview(upload);
  expect((await readUpload(dataFolder, upload.id))?.state).toEqual({
    kind: 'refused',
    sentence: 'wards.csv has no rows: choose another file.',
  });
  expect(faults).toEqual([]);
});

it('logs any other error and keeps it from the reader', async () => {
  const upload = await newUpload();
  const error = new Error('disk on fire');
  await jobsWith(() => Promise.reject(error)).preview(upload);
  expect((await readUpload(dataFolder, upload.id))?.state).toEqual({ kind: 'failed' });
  expect(faults).toEqual([[upload.id, error]]);
});

it('does one at a time, says how far it is, and goes on after a failure', async () => {
  const [first, second] = [await newUpload(), await newUpload()];
  const { waiting, importUpload } = byHand();
  const jobs = jobsWith(importUpload);
  const done = [jobs.preview(first), jobs.commit(second, report('2026-03'))];
  expect(jobs.busy()).toEqual(new Set([first.id, second.id]));
  await until(() => waiting.length === 1);
  waiting[0]?.told('street.zip: unpacking, 40%');
  expect(jobs.progress(first.id)).toBe('street.zip: unpacking, 40%');
  expect(jobs.progress(second.id)).toBe('Waiting for another import to finish.');
  expect((await readUpload(dataFolder, second.id))?.state.kind).toBe('reading');
  waiting[0]?.finish();
  await done[0];
  expect(jobs.progress(first.id)).toBeNull();
  await until(() => waiting.length === 2);
  expect((await readUpload(dataFolder, second.id))?.state.kind).toBe('importing');
  waiting[1]?.finish();
  await done[1];
  expect(jobs.busy()).toEqual(new Set());
});

it('brings nothing back that was discarded meanwhile', async () => {
  const upload = await newUpload();
  const { waiting, importUpload } = byHand();
  const done = jobsWith(importUpload).preview(upload);
  await until(() => waiting.length === 1);
  await removeUpload(dataFolder, upload.id);
  waiting[0]?.finish();
  await done;
  expect(await readUpload(dataFolder, upload.id)).toBeNull();
  expect(await readdir(join(dataFolder, 'uploads'))).toEqual([]);
});

it('sweeps what nothing happened to for a day, but not what is under way', async () => {
  const [old, busy, fresh] = [await newUpload(), await newUpload(), await newUpload()];
  const yesterday = new Date('2026-03-08T12:00:00Z');
  for (const { id } of [old, busy]) await utimes(join(dataFolder, 'uploads', id), yesterday, yesterday);
  await writeFile(join(dataFolder, 'uploads', 'not-an-upload'), 'kept');
  await sweepUploads(dataFolder, new Date('2026-03-09T12:00:00Z'), new Set([busy.id]));
  expect((await readdir(join(dataFolder, 'uploads'))).toSorted()).toEqual(
    [busy.id, fresh.id, 'not-an-upload'].toSorted(),
  );
});

it.each(['..', '../../etc', '.', '', 'a/b', '%2e%2e', '00000000-0000-0000-0000-000000000000/..'])(
  'never makes a path of "%s"',
  async (id) => {
    await writeFile(join(dataFolder, 'upload.json'), '{}');
    expect(await readUpload(dataFolder, id)).toBeNull();
    await removeUpload(dataFolder, id);
    expect(await readdir(dataFolder)).toEqual(['upload.json']);
  },
);
