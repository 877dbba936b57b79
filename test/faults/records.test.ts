import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { recordAudit } from '../../src/platform/audit/index.ts';
import { openEmbedded } from '../../src/platform/database/embedded/open-embedded.ts';
import { openDatabase, type Records } from '../../src/platform/database/index.ts';
import { emptyDataFolder } from '../builders/records.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const script = fileURLToPath(new URL('./records-process.ts', import.meta.url));

/** Debian's util-linux; gives a process a view of the disks of its own. */
const unshare = '/usr/bin/unshare';

/** How often one writer after another is killed: three times, five with KILLS=all. */
const KILLS = process.env.KILLS === 'all' ? 5 : 3;

interface Started {
  child: ChildProcess;
  lines: string[];
  /** Waits for a line; fails with what was said when the process ends first. */
  said(line: string | RegExp): Promise<void>;
  ended: Promise<void>;
}

let dataFolder = '';
let started: Started[] = [];

beforeEach(async () => {
  dataFolder = await emptyDataFolder();
  started = [];
});
afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
});

function start(...order: string[]): Started {
  return follow(spawn(process.execPath, ['--import', 'tsx', script, dataFolder, ...order], { cwd: root }));
}

/** As start, on a disk of its own that is nearly full: only this process sees it, and it goes with it. */
function startOnSmallDisk(megabytes: number, ...order: string[]): Started {
  const mount = `mount -t tmpfs -o size=${megabytes}m none "$0" && cp -r "$1" "$0/records" && shift && exec "$@"`;
  const command = [process.execPath, '--import', 'tsx', script, dataFolder, ...order];
  const template = inject('recordsTemplate');
  return follow(spawn(unshare, ['-rm', 'sh', '-c', mount, dataFolder, template, ...command], { cwd: root }));
}

function hasSmallDisks(): boolean {
  const tried = spawnSync(unshare, ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt']);
  return tried.status === 0;
}

function follow(child: ChildProcessWithoutNullStreams): Started {
  const lines: string[] = [];
  let hear: () => void = () => undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    hear();
  });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      over = true;
      hear();
      resolve();
    });
  });
  const matches = (line: string, wanted: string | RegExp) =>
    typeof wanted === 'string' ? line === wanted : wanted.test(line);
  const process_: Started = {
    child,
    lines,
    ended,
    async said(wanted) {
      while (!lines.some((line) => matches(line, wanted))) {
        if (over) throw new Error(`The process ended before it said ${wanted}: ${lines.join('; ')} ${complaint}`);
        await new Promise<void>((resolve) => {
          hear = resolve;
        });
      }
    },
  };
  started.push(process_);
  return process_;
}

async function kill(process_: Started, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  process_.child.kill(signal);
  await process_.ended;
}

async function withRecords<Result>(work: (records: Records) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ dataFolder, databaseUrl: null });
  try {
    return await work(database.system);
  } finally {
    await database.close();
  }
}

const actions = async (records: Records) =>
  (await sql<{ action: string }>`select action from platform.audit order by seq`.execute(records)).rows.map(
    (row) => row.action,
  );
const insert = (records: Records, action: string) =>
  recordAudit(records, { actor: 'test', module: 'imports', action, subject: '' });

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Whether a process has files of the records open. */
async function hasRecordsOpen({ child }: Started): Promise<boolean> {
  const folder = `/proc/${child.pid}/fd`;
  const targets = (await readdir(folder)).map((name) => readlink(join(folder, name)).catch(() => ''));
  return (await Promise.all(targets)).some((target) => target.startsWith(join(dataFolder, 'records/')));
}

describe('the embedded records', () => {
  it('have one owner when three processes start at once, and lose nothing of any', async () => {
    const all = [start('count', '20'), start('count', '20'), start('count', '20')];
    await Promise.all(all.map((one) => one.said('closed')));
    const kept = await withRecords((records) =>
      sql<{ subject: string }>`select subject from platform.audit where action = 'count' order by seq`.execute(records),
    );
    expect(kept.rows.map((row) => Number(row.subject))).toEqual(Array.from({ length: 60 }, (_, index) => index));
  });

  it.skipIf(!existsSync('/proc/self/fd'))('are open in the owner alone', async () => {
    const all = [start('hold'), start('hold')];
    await Promise.all(all.map((one) => one.said('open')));
    const open = await Promise.all(all.map(hasRecordsOpen));
    expect(open.toSorted()).toEqual([false, true]);
  });

  it('keep every acknowledged write and no half transaction when the writer is killed, again and again', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const writer = start('write');
      await writer.said(`wrote ${10 + 7 * round}`);
      await kill(writer);
      const written = writer.lines.flatMap((line) => /^wrote (\d+)$/.exec(line)?.[1] ?? []);
      acknowledged.push(...written.map((number) => `write ${writer.child.pid} ${number}`));
    }
    const kept = await withRecords((records) =>
      sql<{ what: string; rows: number }>`
        select action || ' ' || subject as what, count(*) as rows from platform.audit group by 1`.execute(records),
    );
    expect(kept.rows.filter((row) => row.rows !== 3)).toEqual([]);
    const whole = new Set(kept.rows.map((row) => row.what));
    expect(acknowledged.filter((what) => !whole.has(what))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * 11);
  });

  it('are never taken from an owner that is stopped, and serve again when it goes on', async () => {
    const owner = start('hold');
    await owner.said('open');
    owner.child.kill('SIGSTOP');
    await expect(openEmbedded(dataFolder, 500)).rejects.toThrow(`are held by process ${owner.child.pid}`);
    owner.child.kill('SIGCONT');
    await withRecords((records) => insert(records, 'after the stop'));
    await kill(owner);
    expect(await withRecords(actions)).toEqual(['after the stop']);
  });

  it('undo what a killed visitor had begun, and go on', async () => {
    await withRecords(async (records) => {
      const visitor = start('begin');
      await visitor.said('inside');
      const waiting = insert(records, 'owner');
      await kill(visitor);
      await waiting;
      expect(await actions(records)).toEqual(['owner']);
    });
  });

  it('tell a visitor in one sentence that the owner was killed, and make it the owner', async () => {
    const owner = start('hold');
    await owner.said('open');
    await withRecords(async (records) => {
      await insert(records, 'before');
      const broken = records.transaction().execute(async (trx) => {
        await insert(trx, 'inside');
        await kill(owner);
        await insert(trx, 'still inside');
      });
      await expect(broken).rejects.toThrow(
        'The Wardroom process that held the records ended before it answered: check whether the last change was saved, and try again.',
      );
      await insert(records, 'after');
      expect(await actions(records)).toEqual(['before', 'after']);
    });
  });

  it.skipIf(!hasSmallDisks()).each([
    ['tables', 36, 'No space left on device'],
    ['log', 62, 'broke down before they answered'],
  ])('keep what they acknowledged when the disk has no room for their %s', async (_what, spareMegabytes, says) => {
    // 20 MB of the room are taken at first, and given back when the disk is full.
    const template = await sizeOf(inject('recordsTemplate'));
    const filler = startOnSmallDisk(Math.ceil(template / 2 ** 20) + spareMegabytes, 'fill');
    await filler.said('closed');
    const [opened, refused, kept = '', on] = filler.lines;
    expect([opened, on]).toEqual(['open', 'wrote on']);
    expect(refused).toContain(says);
    const [, acknowledged, there] = /^acknowledged (\d+), kept (\d+)$/.exec(kept) ?? [];
    expect(Number(acknowledged)).toBeGreaterThan(0);
    expect(there).toBe(acknowledged);
  });

  it('are free again once their process has closed them, and let it end', async () => {
    const first = start('count', '1');
    await first.said('closed');
    await first.ended;
    expect(first.child.exitCode).toBe(0);
    const second = start('count', '1');
    await second.ended;
    expect(second.lines).toEqual(['open', 'counted 1', 'closed']);
  });
});
