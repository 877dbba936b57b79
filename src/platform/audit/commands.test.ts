import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import type { Principal } from '../access/index.ts';
import { auditCommands } from './commands.ts';
import { recordAudit } from './index.ts';
import { keptFrom } from './retention-rules.ts';

let opened: EmptyRecords;
let folder = '';
/** Heads are signed after the clock of the records, which cannot be set. */
const later = new Date(Date.now() + 60_000);
const auditor: Principal = {
  kind: 'operator',
  name: 'anna',
  as: {
    person: 'person:a0d1',
    grants: [{ role: 'auditor', scope: { unit: 'Central North', borough: null, ward: null }, organisation: null }],
  },
};

beforeEach(async () => {
  opened = await emptyRecords();
  folder = await mkdtemp(join(inject('runFolder'), 'audit-commands-'));
  await recordAudit(opened.records, {
    actor: 'cli:anna',
    action: 'sources.import',
    subject: 'may',
    whom: 'person:77aa',
  });
});
afterEach(() => opened.close());

const run = (args: string[], principal: Principal = { kind: 'operator', name: 'anna', as: null }) => {
  const platform = testPlatform(opened.database, { dataFolder: folder, principal });
  const system = {
    ...testPlatform(opened.database, { dataFolder: folder, actor: 'cli:anna', now: later }),
    records: opened.records,
  };
  return runCommands(
    (program, open, output) =>
      auditCommands(program, {
        open,
        openSystem: async () => ({ platform: system, close: async () => undefined }),
        output,
        safekeepingOf: ({ records }) => ({ system: records, headFolders: [], checkImports: null }),
        people: async () => [{ id: 'person:a0d1a0d1a0d1a0d1', name: 'Ada First' }],
      }),
    platform,
    ['audit', ...args],
  );
};

it('signs a head, checks the audit against it, and ends with 1 where something changed', async () => {
  const out = join(folder, 'head.json');
  expect((await run(['head', '--out', out])).lines).toEqual([
    `The head of entry 1 is in ${out}. Who holds it can tell whether anything before it is changed.`,
  ]);
  const fine = await run(['verify', '--head', out]);
  expect([fine.exitCode, fine.lines[0]]).toEqual([0, 'The audit holds 1 entry, and nothing of it was changed.']);
  await writeFile(out, (await readFile(out, 'utf8')).replace('entry 1', 'entry 9'));
  const broken = await run(['verify', '--head', out, '--json']);
  expect(broken.exitCode).toBe(1);
  expect(broken.json).toMatchObject({
    ok: false,
    rows: 1,
    head: { seq: 1 },
    sinceExport: { entries: 0 },
    brokenAt: null,
  });
});

it('checks the signature of a head without any records, with the public key alone', async () => {
  const out = join(folder, 'head.json');
  await run(['head', '--out', out]);
  const key = join(folder, 'keys', 'audit-signing.public.pem');
  const said = await run(['verify', '--signature-only', '--head', out, '--key', key]);
  expect(said).toMatchObject({ exitCode: 0, opened: 0 });
  expect(said.lines).toEqual([`${out} was signed at ${later.toISOString()}, when the audit stood at entry 1.`]);
  expect(await run(['verify', '--signature-only', '--head', out])).toMatchObject({ exitCode: 2 });
  const none = await run(['verify', '--signature-only', '--head', join(folder, 'none.json'), '--key', key]);
  expect(none).toMatchObject({ exitCode: 2, errors: [expect.stringContaining('none.json: name a file that')] });
});

it('takes a file that is no head or key for a mistake in typing, not for a change to the audit', async () => {
  const out = join(folder, 'head.json');
  const key = join(folder, 'keys', 'audit-signing.public.pem');
  await run(['head', '--out', out]);
  const said = async (...args: string[]) => {
    const { exitCode, errors, lines, opened } = await run(['verify', ...args]);
    expect([exitCode, lines, opened]).toEqual([2, [], 0]);
    return errors.join(' ');
  };
  const none = join(folder, 'none');
  expect(await said('--head', none)).toBe(`There is no head ${none}: name a file that Wardroom exported with --head.`);
  expect(await said('--key', none)).toBe(`There is no key ${none}: name the file of the public key with --key.`);
  expect(await said('--head', key)).toBe(`${key} is not a signed head as Wardroom writes it: name one with --head.`);
  expect(await said('--head', out, '--key', out)).toContain('is not an Ed25519 public key in PEM');
  // A head whose text was changed is no mistake in typing.
  await writeFile(out, (await readFile(out, 'utf8')).replace('entry 1', 'entry 9'));
  expect(await run(['verify', '--head', out])).toMatchObject({ exitCode: 1, errors: [] });
});

it('searches for who may see the audit, and refuses the command line by itself', async () => {
  await expect(run(['search', '--reason', 'review'])).rejects.toThrow('name the person you act for with --as');
  const found = await run(['search', '--reason', 'review', '--who', 'anna'], auditor);
  expect(found.lines).toEqual([expect.stringMatching(/^1 {2}.*Z {2}anna at the command line imported /)]);
  const csv = await run(['search', '--reason', 'review', '--csv', '--module', 'audit'], auditor);
  expect(csv.lines[0]).toMatch(
    /audit,cli:anna as person:a0d1,"auditor, Central North",audit\.search,the audit,,review,/,
  );
  expect((await run(['search'], auditor)).exitCode).toBe(2);
});

it('counts and erases by the rules of a file', async () => {
  const rules = join(folder, 'rules.json');
  const rule = { module: 'imports', from: '2026-01-01', months: 6, source: 'a test' } as const;
  await writeFile(rules, JSON.stringify([rule]));
  const said = await run(['retain', '--rules', rules, '--dry-run']);
  expect(said.lines).toContain(
    `imports: 0 entries from before ${keptFrom(rule, later)?.toISOString()} would be erased.`,
  );
  await expect(run(['retain', '--rules', join(folder, 'none.json')])).rejects.toThrow('cannot be read: name the file');
});

it('writes down that a restore abandoned a head, which checking tells', async () => {
  const out = join(folder, 'head.json');
  await recordAudit(opened.records, { actor: 'cli:anna', action: 'sources.import', subject: 'june' });
  await run(['head', '--out', out]);
  await expect(run(['restored', '--reason', 'the disk failed'])).rejects.toThrow('name the last head');
  await sql`alter table platform.audit disable trigger user; delete from platform.audit where seq = 2;
    update platform.audit_chain set seq = 1, hash = (select hash from platform.audit);
    alter table platform.audit enable trigger user`.execute(opened.records);
  expect((await run(['verify', '--head', out])).exitCode).toBe(1);
  const said = await run(['restored', '--head', out, '--reason', 'the disk failed']);
  expect(said.lines).toContain(`${out}, of entry 2, was abandoned by the restore.`);
  const after = await run(['verify', '--head', out]);
  expect(after.exitCode).toBe(0);
  expect(after.lines).toContainEqual(
    expect.stringMatching(
      /^ENTRIES 1 to 2 of .*head\.json WERE ABANDONED by a restore, as cli:anna said .*: the disk failed$/,
    ),
  );
});
