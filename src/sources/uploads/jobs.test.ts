import { mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportReport, type Progress, Refusal } from '../model.ts';
import { type UploadWork, uploadJobs } from './jobs.ts';
import type { Upload } from './model.ts';
import { newUploadFolder, readUpload, removeUpload, sweepUploads, writeUpload } from './store.ts';

const report = (vintage: string): ImportReport => ({
  vintage,
  dryRun: true,
  boundaryVersions: [],
  imports: [],
  refusedFiles: [],
  changes: null,
});

let dataFolder: string;
let faults: unknown[];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'wardroom-uploads-'));
  faults = [];
});
afterEach(() => rm(dataFolder, { recursive: true }));

async function newUpload(kind: 'reading' | 'ready' = 'reading', attempts = 0): Promise<Upload> {
  const { id, folder } = await newUploadFolder(dataFolder);
  await writeFile(join(folder, '1'), 'a,b');
  const upload: Upload = {
    id,
    startedAt: '2026-03-10T12:00:00.000Z',
    vintage: '2026-03',
    about: null,
    attempts,
    files: [{ name: '../../secret.csv', bytes: 3 }],
    begunBy: 'person:3f9c',
    state: kind === 'reading' ? { kind } : { kind, report: report('2026-03') },
  };
  await writeUpload(dataFolder, upload);
  return upload;
}

const jobsWith = (importUpload: UploadWork['importUpload']) =>
  uploadJobs({ dataFolder, importUpload, logFault: (id, error) => faults.push([id, error]) });

/** An import that waits to be finished by hand. */
function byHand() {
  const waiting: { finish: () => void; told: (progress: Progress) => void }[] = [];
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
    {
      ...{ uploadId: upload.id, begunBy: 'person:3f9c', vintage: '2026-03', about: null, dryRun: true },
      leftOutFolder: join(dataFolder, 'uploads', upload.id),
    },
  ]);
  expect((await readUpload(dataFolder, upload.id))?.state).toEqual({ kind: 'ready', report: report('2026-03') });
});

it('removes the files once they are imported, and keeps what they came to', async () => {
  const upload = await newUpload('ready');
  await jobsWith(async () => report('2026-03')).commit(upload, report('2026-03'));
  expect((await readUpload(dataFolder, upload.id))?.state.kind).toBe('imported');
  const kept = await readdir(join(dataFolder, 'uploads', upload.id));
  expect(kept.toSorted()).toEqual(['lock.duckdb', 'upload.json']);
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
  expect((await readUpload(dataFolder, upload.id))?.state).toEqual({
    kind: 'failed',
    because: 'a fault',
  });
  expect(faults).toEqual([[upload.id, error]]);
});

it('does one at a time, says how far it is, and goes on after a failure', async () => {
  const [first, second] = [await newUpload(), await newUpload('ready')];
  const { waiting, importUpload } = byHand();
  const jobs = jobsWith(importUpload);
  const done = [jobs.preview(first), jobs.commit(second, report('2026-03'))];
  expect(jobs.busy()).toEqual(new Set([first.id, second.id]));
  await until(() => waiting.length === 1);
  waiting[0]?.told({ file: 'street.zip', step: 'unpacking', done: 2, total: 5 });
  expect(jobs.progress(first.id)).toBe('street.zip: unpacking, 40%');
  expect(jobs.progress(second.id)).toBe('Waiting for another import to finish.');
  await until(async () => (await readUpload(dataFolder, second.id))?.state.kind === 'importing');
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

it('goes on by itself with what a process left that ended', async () => {
  const [reading, ready] = [await newUpload(), await newUpload('ready')];
  const importing = await newUpload('ready');
  await writeUpload(dataFolder, { ...importing, attempts: 1, state: { kind: 'importing', report: report('2026-03') } });
  const seen: boolean[] = [];
  await jobsWith(async (_files, { dryRun }) => {
    seen.push(dryRun);
    return report('2026-03');
  }).takeUp();
  const stateOf = async ({ id }: Upload) => (await readUpload(dataFolder, id))?.state.kind;
  expect([await stateOf(reading), await stateOf(ready), await stateOf(importing)]).toEqual([
    'ready',
    'ready',
    'imported',
  ]);
  expect(seen.toSorted()).toEqual([false, true]);
});

it('counts an attempt before it begins, and gives up after three', async () => {
  const upload = await newUpload('reading', 2);
  let counted: number | undefined;
  await jobsWith(async () => {
    counted = (await readUpload(dataFolder, upload.id))?.attempts;
    return report('2026-03');
  }).takeUp();
  expect(counted).toBe(3);
  const tried = await newUpload('reading', 3);
  let begun = false;
  await jobsWith(async () => {
    begun = true;
    return report('2026-03');
  }).takeUp();
  expect(begun).toBe(false);
  expect((await readUpload(dataFolder, tried.id))?.state).toEqual({ kind: 'failed', because: 'stopped too often' });
  expect(faults).toEqual([]);
});

it('does not lose what waited to be imported when the process ends', async () => {
  const [first, second] = [await newUpload(), await newUpload('ready', 2)];
  const { waiting, importUpload } = byHand();
  const ended = jobsWith(importUpload);
  const done = [ended.preview(first), ended.commit(second, report('2026-03'))];
  await until(() => waiting.length === 1);
  await until(async () => (await readUpload(dataFolder, second.id))?.state.kind === 'importing');
  ended.stop();
  waiting[0]?.finish();
  await Promise.all(done);
  expect(waiting).toHaveLength(1);
  await jobsWith(async () => report('2026-03')).takeUp();
  expect((await readUpload(dataFolder, second.id))?.state.kind).toBe('imported');
});

it('begins the count of attempts anew when what was read is imported', async () => {
  const upload = await newUpload('ready', 3);
  await jobsWith(async () => report('2026-03')).commit(upload, report('2026-03'));
  expect((await readUpload(dataFolder, upload.id))?.state.kind).toBe('imported');
});

it('leaves to another what the other is at', async () => {
  const upload = await newUpload();
  const { waiting, importUpload } = byHand();
  const done = jobsWith(importUpload).preview(upload);
  await until(() => waiting.length === 1);
  const other = jobsWith(() => Promise.reject(new Error('begun twice')));
  await other.takeUp();
  expect([faults, (await readUpload(dataFolder, upload.id))?.state.kind]).toEqual([[], 'reading']);
  waiting[0]?.finish();
  await done;
  expect((await readUpload(dataFolder, upload.id))?.state.kind).toBe('ready');
});

it('imports once what two are asked to import', async () => {
  const upload = await newUpload('ready');
  const { waiting, importUpload } = byHand();
  const first = jobsWith(importUpload).commit(upload, report('2026-03'));
  await until(() => waiting.length === 1);
  await jobsWith(importUpload).commit(upload, report('2026-03'));
  waiting[0]?.finish();
  await first;
  await jobsWith(importUpload).commit(upload, report('2026-03'));
  expect(waiting).toHaveLength(1);
});

it('leaves what was under way to the next process when the server closes, and counts no attempt', async () => {
  const upload = await newUpload();
  let fail = (_error: Error): void => {};
  const jobs = jobsWith(() => new Promise((_resolve, reject) => (fail = reject)));
  const done = jobs.preview(upload);
  await until(async () => (await readUpload(dataFolder, upload.id))?.attempts === 1);
  await new Promise((resolve) => setImmediate(resolve));
  jobs.stop();
  fail(new Error('The records are closed.'));
  await done;
  const left = await readUpload(dataFolder, upload.id);
  expect([left?.state.kind, left?.attempts, faults]).toEqual(['reading', 0, []]);
});

it('goes on without files that were refused', async () => {
  const upload = await newUpload('ready');
  await writeFile(join(dataFolder, 'uploads', upload.id, '2'), 'c,d');
  const refused = { file: '../../secret.csv', position: 0, because: 'No.' };
  const two = {
    ...upload,
    files: [...upload.files, { name: 'b.csv', bytes: 3 }],
    state: { kind: 'ready' as const, report: { ...report('2026-03'), refusedFiles: [refused] } },
  };
  await writeUpload(dataFolder, two);
  let names: string[] = [];
  await jobsWith(async (files) => {
    names = files.map(({ path, name }) => `${path.split('/').at(-1)} ${name}`);
    return report('2026-03');
  }).commit(two, two.state.report);
  expect(names).toEqual(['2 b.csv']);
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

it('sweeps on when another process discards an upload meanwhile', async () => {
  const [gone, old] = [await newUpload(), await newUpload()];
  const yesterday = new Date('2026-03-08T12:00:00Z');
  await utimes(join(dataFolder, 'uploads', old.id), yesterday, yesterday);
  // A name that leads nowhere is what a folder looks like that goes between being listed and being looked at.
  await removeUpload(dataFolder, gone.id);
  await symlink(join(dataFolder, 'nowhere'), join(dataFolder, 'uploads', gone.id));
  await sweepUploads(dataFolder, new Date('2026-03-09T12:00:00Z'), new Set());
  expect(await readdir(join(dataFolder, 'uploads'))).toEqual([gone.id]);
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
