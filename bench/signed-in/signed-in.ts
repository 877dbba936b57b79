// What being signed in adds to a page: the same pages asked for by a visitor and by an analyst, in turns, of one server.
// Run with: npx tsx bench/signed-in/signed-in.ts [ROUNDS] [DATABASE_URL]. Bound: 5 ms a page.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signedIn } from '../../test/builders/signed-in.ts';
import { median } from '../import/run-measured.ts';

const rounds = Number(process.argv[2] ?? 200);
const PAGES = [
  '/',
  '/ward/E05013652',
  '/allocation',
  '/allocation/plans',
  '/measures',
  '/organisation',
  '/permissions',
];
const program = fileURLToPath(new URL('../../bin/wardroom.js', import.meta.url));

async function start(folder: string): Promise<{ child: ChildProcess; address: string }> {
  const database = process.argv[3] === undefined ? {} : { DATABASE_URL: process.argv[3] };
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'error', ...database };
  const child = spawn(process.execPath, [program, '--data', folder, 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const address = /http:\S+/.exec(said)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new Error(`The server did not start: ${said}`);
}

/** Milliseconds until the whole page is here. */
async function time(address: string, cookie: string | null): Promise<number> {
  const before = performance.now();
  const answer = await fetch(address, cookie === null ? {} : { headers: { cookie } });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${address} was answered with ${answer.status}.`);
  return performance.now() - before;
}

const folder = await mkdtemp(join(tmpdir(), 'wardroom-signed-in-'));
const { child, address } = await start(folder);
try {
  const cookie = await signedIn(address, 'Analyst');
  process.stdout.write('page                 visitor   analyst   difference (medians, ms)\n');
  for (const page of PAGES) {
    const visitor: number[] = [];
    const analyst: number[] = [];
    for (let round = 0; round < rounds + 10; round += 1) {
      const pair = [await time(`${address}${page}`, null), await time(`${address}${page}`, cookie)];
      if (round < 10) continue;
      visitor.push(pair[0] ?? 0);
      analyst.push(pair[1] ?? 0);
    }
    const differences = visitor.map((each, at) => (analyst[at] ?? 0) - each);
    const shown = [median(visitor), median(analyst), median(differences)].map((each) => each.toFixed(2).padStart(8));
    process.stdout.write(`${page.padEnd(18)} ${shown.join('  ')}\n`);
  }
} finally {
  child.kill('SIGTERM');
  await once(child, 'exit');
  await rm(folder, { recursive: true });
}
