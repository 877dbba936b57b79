import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import type { Principal } from '../access/index.ts';
import { auditCommands } from './commands.ts';
import { recordAudit } from './index.ts';

let opened: EmptyRecords;
let folder = '';
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
    ...testPlatform(opened.database, { dataFolder: folder, actor: 'cli:anna' }),
    records: opened.records,
  };
  return runCommands(
    (program, open, output) =>
      auditCommands(program, {
        open,
        openSystem: async () => ({ platform: system, close: async () => undefined }),
        output,
        safekeepingOf: ({ records }) => ({ system: records, headFolders: [], checkImports: null }),
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
  expect(said.lines).toEqual([`${out} was signed at 2026-03-10T12:00:00.000Z, when the audit stood at entry 1.`]);
  expect(await run(['verify', '--signature-only', '--head', out])).toMatchObject({ exitCode: 2 });
  const none = await run(['verify', '--signature-only', '--head', join(folder, 'none.json'), '--key', key]);
  expect(none).toMatchObject({ exitCode: 1, errors: [`There is no head ${join(folder, 'none.json')}.`] });
});

it('searches for who may see the audit, and refuses the command line by itself', async () => {
  await expect(run(['search', '--reason', 'review'])).rejects.toThrow('name the person you act for with --as');
  const found = await run(['search', '--reason', 'review', '--who', 'anna'], auditor);
  expect(found.lines).toEqual([expect.stringMatching(/^1 {2}.* {2}cli:anna {2}sources\.import: may, on person:77aa$/)]);
  const csv = await run(['search', '--reason', 'review', '--csv', '--module', 'audit'], auditor);
  expect(csv.lines[0]).toMatch(
    /audit,cli:anna as person:a0d1,"auditor, Central North",audit\.search,the audit,,review,/,
  );
  expect((await run(['search'], auditor)).exitCode).toBe(2);
});

it('counts and erases by the rules of a file', async () => {
  const rules = join(folder, 'rules.json');
  await writeFile(rules, '[{"module":"imports","from":"2026-01-01","months":6,"source":"a test"}]');
  const said = await run(['retain', '--rules', rules, '--dry-run']);
  expect(said.lines).toContain('imports: 0 entries from before 2025-09-10T12:00:00.000Z would be erased.');
  await expect(run(['retain', '--rules', join(folder, 'none.json')])).rejects.toThrow('cannot be read: name the file');
});
