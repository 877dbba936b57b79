import { cp, mkdir, mkdtemp, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { openWardroom } from '../../src/app/open-wardroom.ts';
import { serve } from '../../src/app/serve.ts';
import { closeDueMonths, enterPending, reckonAnew } from '../../src/ringfence/service.ts';

/**
 * A new data folder with the demonstration in it, as starting Wardroom on an empty one leaves it; gone at the end of the
 * run, with its months closed. It is laid out once a run, by whichever test file asks first, and copied.
 */
export async function demonstrationFolder(): Promise<string> {
  const template = join(inject('runFolder'), 'demonstration');
  if (!(await exists(template))) await layOut(template);
  const folder = await mkdtemp(join(inject('runFolder'), 'demonstrated-'));
  await cp(template, folder, { recursive: true });
  return folder;
}

/** Lays it out, or waits until the file that began has done so. */
async function layOut(template: string): Promise<void> {
  const draft = `${template}-draft`;
  const isFirst = await mkdir(draft).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await (await serveDemonstration(draft)).close();
    await closeMonths(draft);
    return rename(draft, template);
  }
  for (let waits = 0; waits < 1200; waits += 1) {
    if (await exists(template)) return;
    await pause(100);
  }
  throw new Error('The demonstration was not laid out within two minutes: look at the test that began it.');
}

const configOf = (dataFolder: string) => ({
  ...{ dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'journey' },
});

const serveDemonstration = (dataFolder: string) => serve(configOf(dataFolder));

/** What a server does in the background in its first half minute: else every copy would begin with it. */
async function closeMonths(dataFolder: string): Promise<void> {
  const { system, close } = await openWardroom(configOf(dataFolder));
  try {
    await reckonAnew(system);
    await enterPending(system);
    await closeDueMonths(system);
  } finally {
    await close();
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
