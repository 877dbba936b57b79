import { claimOf } from '../../src/platform/access/index.ts';
import { openDatabase } from '../../src/platform/database/index.ts';
import { importFiles } from '../../src/sources/service.ts';

// Imports files and is killed, as by a power cut, when the import has got to a given step.
const [dataFolder = '', step = '', done = '0', ...paths] = process.argv.slice(2);
const database = await openDatabase({ dataFolder, databaseUrl: null });
const records = database.actingAs(claimOf({ kind: 'wardroom' }));
const platform = {
  records,
  dataFolder,
  actor: 'cli:test',
  principal: { kind: 'wardroom' } as const,
  now: () => new Date('2026-04-01T12:00:00Z'),
};
const files = paths.map((path) => ({ path, name: path.split('/').at(-1) ?? '' }));
await importFiles(platform, files, {}, (progress) => {
  if (progress.step === step && progress.done >= Number(done)) process.kill(process.pid, 'SIGKILL');
});
