// What pages wait for while strangers guess passwords: 48 tries a second, each at another account from another address.
// Run with: npx tsx bench/sign-in/pages-meanwhile.ts [SECONDS]. Beside it: the same pages while nobody tries.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDatabase } from '../../src/platform/database/index.ts';
import { signInWithPassword } from '../../src/platform/identity/service.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { median } from '../import/run-measured.ts';

const seconds = Number(process.argv[2] ?? 10);
const TRIES_A_SECOND = 48;
const QUERIES_OF_A_PAGE = 6;

const folder = await mkdtemp(join(tmpdir(), 'wardroom-bench-'));
const database = await openDatabase({ dataFolder: folder, databaseUrl: process.env.DATABASE_URL || null });
const system: Platform = {
  records: database.system,
  dataFolder: folder,
  actor: 'wardroom',
  principal: { kind: 'wardroom' },
  now: () => new Date(),
};

/** A page's reading, twenty times a second; milliseconds each took. */
async function pages(): Promise<number[]> {
  const waited: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const began = performance.now();
    for (let each = 0; each < QUERIES_OF_A_PAGE; each += 1)
      await sql`select count(*) from information_schema.columns`.execute(system.records);
    waited.push(performance.now() - began);
    await pause(50);
  }
  return waited;
}

/** @returns how tries ended */
async function guess(until: () => boolean): Promise<Map<string, number>> {
  const ended = new Map<string, number>();
  const all: Promise<void>[] = [];
  const began = performance.now();
  for (let each = 0; !until(); each += 1) {
    const caller = { address: `198.51.100.${each}`, userAgent: null, token: null };
    const typed = { email: `officer${each}@example.gov.uk`, password: 'whatever they type', caller };
    all.push(signInWithPassword(system, typed).then(({ kind }) => void ended.set(kind, (ended.get(kind) ?? 0) + 1)));
    await pause(Math.max(0, began + ((each + 1) * 1000) / TRIES_A_SECOND - performance.now()));
  }
  await Promise.all(all);
  return ended;
}

const line = (waited: number[]): string => {
  const sorted = waited.toSorted((a, b) => a - b);
  return `median ${median(sorted).toFixed(1)} ms, p95 ${(sorted[Math.floor(sorted.length * 0.95)] ?? 0).toFixed(1)} ms of ${sorted.length} pages`;
};
try {
  console.log(`nobody tries, ${database.mode} records: ${line(await pages())}`);
  let over = false;
  const guessing = guess(() => over);
  const waited = await pages();
  over = true;
  const ended = [...(await guessing)].map(([kind, times]) => `${times} ${kind}`).join(', ');
  console.log(`${TRIES_A_SECOND} tries a second: ${line(waited)}; ${ended}`);
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
