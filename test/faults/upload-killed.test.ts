import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { serve } from '../../src/app/serve.ts';
import { newUploadFolder, readUpload, writeUpload } from '../../src/sources/uploads/store.ts';
import { demonstrationFolder } from '../builders/demonstration-folder.ts';
import { signedIn } from '../builders/signed-in.ts';
import { madeStreetFile, madeWardBoundaries } from '../builders/street-files.ts';

/** Whichever test is the first lays the demonstration out, with the months of its ledger to close. */
vi.setConfig({ testTimeout: 300_000 });

const child = fileURLToPath(new URL('./upload-and-die.ts', import.meta.url));

async function preparedFolder(): Promise<{ dataFolder: string; files: string[] }> {
  const dataFolder = await demonstrationFolder();
  const files = [join(dataFolder, 'wards.geojson'), join(dataFolder, 'crimes.csv')] as const;
  await writeFile(files[0], madeWardBoundaries());
  await writeFile(files[1], madeStreetFile(Array.from({ length: 500 }, (_, n) => ({ id: `id${n}` }))));
  return { dataFolder, files: [...files] };
}

/** Runs the child until it is killed, or ends by itself; gives what it printed and how it ended. */
async function run(args: string[]): Promise<{ printed: string; signal: string | null }> {
  const process = spawn('node', ['--import', 'tsx', child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  process.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [, signal] = (await once(process, 'close')) as [number | null, string | null];
  return { printed: printed.trim(), signal };
}

it.each([
  // Reading is begun again and then waits for the reader; an import that was asked for is done.
  ['preview', 'checking and placing in wards', 200, 'Check before you import'],
  ['commit', 'keeping', 303, '/import?imported='],
])('goes on by itself after it is killed in the middle of a %s', async (during, step, status, tells) => {
  const { dataFolder, files } = await preparedFolder();
  const { printed: id, signal } = await run([dataFolder, during, step, ...files]);
  expect(signal).toBe('SIGKILL');
  const left = await readUpload(dataFolder, id);
  expect([left?.state.kind, left?.attempts]).toEqual([during === 'preview' ? 'reading' : 'importing', 1]);

  const server = await serve({ dataFolder, databaseUrl: null, host: '127.0.0.1', port: 0, operator: 'test' });
  try {
    const headers = { cookie: await signedIn(server.address, 'Analyst') };
    const look = () => fetch(`${server.address}/import/preview/${id}`, { redirect: 'manual', headers });
    for (let looks = 0; looks < 600 && (await isUnderWay(dataFolder, id)); looks += 1) {
      await pause(100);
    }
    const answer = await look();
    expect(answer.status).toBe(status);
    expect(status === 303 ? answer.headers.get('location') : await answer.text()).toContain(tells);
    const held = await (await fetch(`${server.address}/import`, { headers })).text();
    expect(held.includes('crimes.csv')).toBe(status === 303);
  } finally {
    await server.close();
  }
});

async function isUnderWay(dataFolder: string, id: string): Promise<boolean> {
  const kind = (await readUpload(dataFolder, id))?.state.kind;
  return kind === 'reading' || kind === 'importing';
}

it('is given up when it has ended the process three times', async () => {
  const { dataFolder, files } = await preparedFolder();
  const { id, folder } = await newUploadFolder(dataFolder);
  await copyFile(files[0] ?? '', join(folder, '1'));
  await writeUpload(dataFolder, {
    id,
    startedAt: '2026-04-01T12:00:00.000Z',
    vintage: null,
    about: null,
    attempts: 2,
    files: [{ name: 'wards.geojson', bytes: 1 }],
    begunBy: 'wardroom',
    state: { kind: 'reading' },
  });
  expect((await run([dataFolder, 'takeUp', 'reading'])).signal).toBe('SIGKILL');
  expect((await readUpload(dataFolder, id))?.attempts).toBe(3);
  expect((await run([dataFolder, 'takeUp', 'reading'])).signal).toBe(null);
  expect((await readUpload(dataFolder, id))?.state).toEqual({ kind: 'failed', because: 'stopped too often' });
});
