import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { emptyRecords } from '../../../test/builders/records.ts';
import { madeSafekeeping } from '../../../test/builders/safekeeping.ts';
import { auditHeadJobs } from './head-jobs.ts';
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
  // What an instance's heads are called, with its name left out.
  const namesIn = async (folder: string) =>
    (await readdir(folder)).map((name) => name.replace(/-[0-9a-f]{8}-[0-9a-f-]{27}\.json$/, '.json')).sort();
  /** Of before the heads, as the clock of the records cannot be set. */
  const write = () =>
    sql`select platform.link_audit('2026-03-02T11:59:30Z', 'imports', 'cli:anna', null, 'sources.import', 'may', null,
      null, '{}')`.execute(opened.records);
  return {
    opened,
    platform,
    safekeeping: { ...safekeeping, headFolders: [shared] },
    own,
    shared,
    failed,
    jobs,
    write,
    namesIn,
  };
}

it('writes a head each hour and each day to every folder, once, whichever server looks', async () => {
  const { opened, platform, safekeeping, own, shared, failed, jobs, write, namesIn } = await setUp();
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
  expect(await namesIn(own)).toEqual(names);
  expect(await namesIn(shared)).toEqual(names);
  expect(await verifyAudit(platform, safekeeping)).toMatchObject({ ok: true, heads: 6, proven: 2 });
  await opened.close();
});

it('keeps hourly heads for a week and daily ones for ever, and removes nothing else', async () => {
  const { opened, own, failed, jobs, write, namesIn } = await setUp();
  await write();
  await jobs('2026-03-02T12:00:00Z').look();
  await writeFile(join(own, 'audit-head-hourly-notes.txt'), 'mine');
  await jobs('2026-03-09T12:00:00Z').look();
  expect((await readdir(own)).filter((name) => name.includes('hourly-2026-03-02'))).toHaveLength(1);
  await jobs('2026-03-09T13:00:00Z').look();
  expect(await namesIn(own)).toEqual([
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
    /^The hourly head of the audit could not be written to .*blocked \(.*\): it is tried again in a minute\.$/,
  );
  expect(await readdir(own)).toHaveLength(2);
  const ready = join(platform.dataFolder, 'ready');
  await mkdir(ready);
  await jobs('2026-03-10T12:01:00Z', [ready]).look();
  expect(await readdir(ready)).toHaveLength(2);
  await opened.close();
});

it('shares a folder with other records, and leaves their heads aside unless they are named', async () => {
  const one = await setUp();
  await one.write();
  await one.jobs('2026-03-10T12:00:00Z').look();
  const two = await setUp();
  await two.write();
  await two.jobs('2026-03-10T12:00:00Z', [one.shared]).look();
  expect([one.failed, two.failed, await readdir(one.shared)]).toEqual([[], [], expect.objectContaining({ length: 4 })]);
  const safekeeping = { ...two.safekeeping, headFolders: [one.shared] };
  const notes = ['In the folders for heads are 2 of other records, which were left aside.'];
  expect(await verifyAudit(two.platform, safekeeping)).toMatchObject({ ok: true, heads: 4, proven: 1, notes });
  const [theirs = ''] = await readdir(one.own);
  expect(await verifyAudit(two.platform, safekeeping, { heads: [join(one.own, theirs)] })).toMatchObject({ ok: false });
  await one.opened.close();
  await two.opened.close();
});

it.each(['a folder', 'a file', 'an older head'])('says that %s stands where a head is due', async (what) => {
  const { opened, platform, safekeeping, own, failed, jobs, write } = await setUp();
  await write();
  await jobs('2026-03-10T12:00:00Z', []).look();
  const names = await readdir(own);
  for (const name of names) {
    const due = join(own, name.replace('2026-03-10', '2026-03-11'));
    if (what === 'a folder') await mkdir(due);
    else await writeFile(due, what === 'a file' ? '{}' : await readFile(join(own, name)));
  }
  await jobs('2026-03-11T12:00:00Z', []).look();
  expect(failed).toHaveLength(2);
  expect(failed[0]).toMatch(
    /^The hourly head of the audit could not be written to .*audit-heads \(something else stands there as audit-head-hourly-2026-03-11T12-.*\.json: take it away\): it is tried again in a minute\.$/,
  );
  const report = await verifyAudit(platform, safekeeping);
  expect(report.ok).toBe(what === 'an older head');
  if (what !== 'an older head')
    expect(report.because[0]).toMatch(/^(There is no head .*|.* is not a signed head as .*)\.$/);
  await opened.close();
});
