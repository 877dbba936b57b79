import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyRecords } from '../../../test/builders/records.ts';
import { madeSafekeeping } from '../../../test/builders/safekeeping.ts';
import { auditHeadJobs } from './head-jobs.ts';
import { recordAudit } from './index.ts';
import { verifyAudit } from './service.ts';

async function setUp() {
  const opened = await emptyRecords();
  const { platform, safekeeping } = await madeSafekeeping(opened);
  const own = join(platform.dataFolder, 'audit-heads');
  const shared = join(platform.dataFolder, 'for-camden');
  const failed: string[] = [];
  const jobs = (now: string, headFolders = [shared]) =>
    auditHeadJobs({
      platform: { ...platform, now: () => new Date(now) },
      safekeeping: { headFolders },
      repeat: () => ({ stop: () => undefined }),
      failed: (sentence) => failed.push(sentence),
    });
  const write = () => recordAudit(opened.records, { actor: 'cli:anna', action: 'sources.import', subject: 'may' });
  return { opened, platform, safekeeping: { ...safekeeping, headFolders: [shared] }, own, shared, failed, jobs, write };
}

it('writes a head each hour and each day to every folder, once, whichever server looks', async () => {
  const { opened, platform, safekeeping, own, shared, failed, jobs, write } = await setUp();
  await jobs('2026-03-10T11:59:00Z').look();
  expect(failed).toEqual([]);
  await write();
  await Promise.all([jobs('2026-03-10T12:00:10Z').look(), jobs('2026-03-10T12:00:11Z').look()]);
  await write();
  await jobs('2026-03-10T12:59:59Z').look();
  await jobs('2026-03-10T13:00:00Z').look();
  const names = [
    'audit-head-daily-2026-03-10.json',
    'audit-head-hourly-2026-03-10T12.json',
    'audit-head-hourly-2026-03-10T13.json',
  ];
  expect((await readdir(own)).sort()).toEqual(names);
  expect((await readdir(shared)).sort()).toEqual(names);
  expect(await verifyAudit(platform, safekeeping)).toMatchObject({ ok: true, heads: 6, proven: 2 });
  await opened.close();
});

it('keeps hourly heads for a week and daily ones for ever, and removes nothing else', async () => {
  const { opened, own, failed, jobs, write } = await setUp();
  await write();
  await jobs('2026-03-02T12:00:00Z').look();
  await writeFile(join(own, 'audit-head-hourly-notes.txt'), 'mine');
  await jobs('2026-03-09T12:00:00Z').look();
  expect((await readdir(own)).filter((name) => name.includes('hourly-2026-03-02'))).toHaveLength(1);
  await jobs('2026-03-09T13:00:00Z').look();
  expect((await readdir(own)).sort()).toEqual([
    'audit-head-daily-2026-03-02.json',
    'audit-head-daily-2026-03-09.json',
    'audit-head-hourly-2026-03-09T12.json',
    'audit-head-hourly-2026-03-09T13.json',
    'audit-head-hourly-notes.txt',
  ]);
  expect(failed).toEqual([]);
  await opened.close();
});

it('says in one sentence that a folder cannot be written, writes the others, and tries again', async () => {
  const { opened, own, platform, failed, jobs, write } = await setUp();
  await write();
  const blocked = join(platform.dataFolder, 'blocked');
  await writeFile(blocked, 'a file');
  await jobs('2026-03-10T12:00:00Z', [blocked]).look();
  expect(failed).toHaveLength(2);
  expect(failed[0]).toMatch(
    /^The hourly head of the audit could not be written to .*blocked \(.*\): it is tried again\.$/,
  );
  expect(await readdir(own)).toHaveLength(2);
  const ready = join(platform.dataFolder, 'ready');
  await mkdir(ready);
  await jobs('2026-03-10T12:01:00Z', [ready]).look();
  expect(await readdir(ready)).toHaveLength(2);
  await opened.close();
});
