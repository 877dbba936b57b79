import { writeSync } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../src/platform/database/index.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Progress } from '../../../src/sources/index.ts';
import { importFiles, previewImport, revertImport } from '../../../src/sources/service.ts';
import { uploadJobs } from '../../../src/sources/uploads/jobs.ts';
import { newUploadFolder, readUpload, writeUpload } from '../../../src/sources/uploads/store.ts';

// A process to be killed: imports files, takes a vintage back, or takes files as the import page does. It says each phase
// as it begins.
//   node --import tsx import-process.ts DATA_FOLDER DATABASE_URL|- import|revert|upload VINTAGE [FILE…]
const [dataFolder = '', url = '-', task = '', vintage = '', ...paths] = process.argv.slice(2);
let last = '';

function say(phase: string): void {
  if (phase === last) return;
  last = phase;
  writeSync(1, `${phase}\n`);
}

/** Once the incidents lie in the lake only the commit is missing. */
function phaseOf({ step, done, total }: Progress): string {
  if (step !== 'keeping') return step;
  return done === total ? 'moved into the lake' : 'transaction';
}

say('opening the records');
const { system: records, close } = await openDatabase({ dataFolder, databaseUrl: url === '-' ? null : url });
const platform: Platform = {
  records,
  dataFolder,
  actor: 'cli:test',
  principal: { kind: 'wardroom' } as const,
  now: () => new Date('2026-04-01T12:00:00Z'),
};
const files = paths.map((path) => ({ path, name: basename(path) }));
say('beginning');
if (task === 'import') await importFiles(platform, files, { vintage }, (progress) => say(phaseOf(progress)));
if (task === 'revert') await revertImport(platform, vintage);
if (task === 'upload') await upload();
say('after the commit');
await pause(200);
await close();
say('over');

async function upload(): Promise<void> {
  const jobs = uploadJobs({
    dataFolder,
    importUpload: (given, { dryRun, leftOutFolder }) =>
      (dryRun ? previewImport : importFiles)(
        platform,
        given,
        { vintage, ...(dryRun ? { goOnWithoutRefused: true, leftOutFolder } : {}) },
        (progress) => say(`${dryRun ? 'preview: ' : ''}${phaseOf(progress)}`),
      ),
    logFault: (_id, error) => process.stderr.write(`${error}\n`),
  });
  const { id, folder } = await newUploadFolder(dataFolder);
  const sent: { name: string; bytes: number }[] = [];
  for (const [at, { path, name }] of files.entries()) {
    await copyFile(path, join(folder, String(at + 1)));
    sent.push({ name, bytes: (await stat(path)).size });
  }
  const startedAt = platform.now().toISOString();
  const state = { kind: 'reading' as const };
  const given = { id, startedAt, vintage, about: null, attempts: 0, files: sent, begunBy: 'wardroom', state };
  await writeUpload(dataFolder, given);
  await jobs.preview(given);
  const read = await readUpload(dataFolder, id);
  if (read?.state.kind !== 'ready') throw new Error(`The files were not read: ${JSON.stringify(read?.state)}`);
  await jobs.commit(read, read.state.report);
}
