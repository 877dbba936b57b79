import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claimOf } from '../../src/platform/access/index.ts';
import { openDatabase } from '../../src/platform/database/index.ts';
import { importFiles, previewImport } from '../../src/sources/service.ts';
import { uploadJobs } from '../../src/sources/uploads/jobs.ts';
import { newUploadFolder, readUpload, writeUpload } from '../../src/sources/uploads/store.ts';

// Takes files as the import page does, reads them, imports them, and is killed, as by a power cut, when the reading
// ("preview") or the import ("commit") has got to a given step. Prints the upload's id first. "takeUp" goes on with
// what there is instead.
const [dataFolder = '', during = '', step = '', ...paths] = process.argv.slice(2);
const database = await openDatabase({ dataFolder, databaseUrl: null });
const records = database.actingAs(claimOf({ kind: 'wardroom' }));
const platform = {
  records,
  dataFolder,
  actor: 'test',
  principal: { kind: 'wardroom' } as const,
  now: () => new Date('2026-04-01T12:00:00Z'),
};
const jobs = uploadJobs({
  dataFolder,
  importUpload: (files, { dryRun, leftOutFolder }) =>
    (dryRun ? previewImport : importFiles)(
      platform,
      files,
      dryRun ? { goOnWithoutRefused: true, leftOutFolder } : {},
      (progress) => {
        const now = dryRun ? ['preview', 'takeUp'] : ['commit', 'takeUp'];
        if (now.includes(during) && progress.step === step) process.kill(process.pid, 'SIGKILL');
      },
    ),
  logFault: (_id, error) => process.stderr.write(`${error}\n`),
});
if (during === 'takeUp') {
  await jobs.takeUp();
  process.exit(0);
}
const { id, folder } = await newUploadFolder(dataFolder);
const files = await Promise.all(
  paths.map(async (path, index) => {
    await copyFile(path, join(folder, String(index + 1)));
    return { name: path.split('/').at(-1) ?? '', bytes: (await readFile(path)).length };
  }),
);
const upload = {
  id,
  startedAt: platform.now().toISOString(),
  vintage: null,
  about: null,
  attempts: 0,
  files,
  begunBy: 'wardroom',
  state: { kind: 'reading' as const },
};
await writeUpload(dataFolder, upload);
process.stdout.write(`${id}\n`);
await jobs.preview(upload);
const read = await readUpload(dataFolder, id);
if (read?.state.kind !== 'ready') throw new Error(`The files were not read: ${JSON.stringify(read?.state)}`);
await jobs.commit(read, read.state.report);
