// How long from "wardroom start" to the first page, on an empty folder (demonstration included) and on an existing one.
// Run with: npx tsx bench/start/start.ts [ROUNDS]. Bounds: 20 s and 3 s.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../import/run-measured.ts';

const rounds = Number(process.argv[2] ?? 5);
const command = join(import.meta.dirname, '..', '..', 'bin', 'wardroom.js');
const LONGEST_MILLISECONDS = 60_000;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts the command on a folder, fetches the home page as soon as it answers, and stops it. */
async function millisecondsToFirstPage(folder: string): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const server = spawn(process.execPath, [command, '--data', folder, 'start'], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(server, 'exit');
  try {
    while (performance.now() - started < LONGEST_MILLISECONDS) {
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
      if (answer !== null && (await answer.text()).includes('Central North')) return performance.now() - started;
      await pause(20);
    }
    throw new Error('No page within a minute.');
  } finally {
    server.kill('SIGTERM');
    await exited;
  }
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
const report = (name: string, bound: number, times: number[]) =>
  console.log(
    `${name}: median ${seconds(median(times))} of ${times.length} (${times.map(seconds).join(', ')}), bound ${bound} s`,
  );

const empty: number[] = [];
const existing: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const folder = await mkdtemp(join(tmpdir(), 'wardroom-start-'));
  try {
    empty.push(await millisecondsToFirstPage(folder));
    existing.push(await millisecondsToFirstPage(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
report('First page on an empty folder, demonstration included', 20, empty);
report('First page on an existing folder', 3, existing);
