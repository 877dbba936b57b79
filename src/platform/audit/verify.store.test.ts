import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import { madeSafekeeping } from '../../../test/builders/safekeeping.ts';
import type { Records } from '../database/index.ts';
import { recordAudit } from './index.ts';
import type { RetentionRule } from './retention-rules.ts';
import { auditHeads, exportHead, retainAudit, verifyAudit } from './service.ts';

const write = (records: Records, subject: string) =>
  recordAudit(records, { actor: 'cli:anna', action: 'identity.sign-in', subject });
/** What who has the tables and not the key can do: write another history, whole in itself. */
const rewrite = (records: Records, seq: number) =>
  records.transaction().execute((trx) =>
    sql
      .raw(`alter table platform.audit disable trigger user;
        do $$
        declare each platform.audit; before bytea := decode(repeat('00', 32), 'hex');
        begin
          for each in select * from platform.audit order by seq loop
            if each.seq = ${seq} then each.subject := 'nothing'; end if;
            each.content_hash := platform.audit_content_hash(each.salt, each.actor, each.role, each.action, each.subject,
              each.whom, each.reason, each.detail);
            each.hash := platform.audit_hash(before, each.seq, each.at, each.module, each.content_hash);
            update platform.audit set subject = each.subject, content_hash = each.content_hash, prev_hash = before,
              hash = each.hash where seq = each.seq;
            before := each.hash;
          end loop;
          update platform.audit_chain set hash = before;
        end $$;
        alter table platform.audit enable trigger user`)
      .execute(trx),
  );
const forAMonth: RetentionRule[] = [{ module: 'users', from: '2020-01-01', months: 0, source: 'a test' }];
const later = new Date(Date.now() + 3_600_000);

describeStores('checking the audit', (open) => {
  it('finds nothing wrong with records that hold nothing yet, and has no head to export', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened);
    expect(await verifyAudit(platform, safekeeping)).toMatchObject({
      ok: true,
      rows: 0,
      head: null,
      sinceExport: { entries: 0, since: null },
      brokenAt: null,
    });
    await expect(exportHead(platform, safekeeping)).rejects.toThrow('Nothing was written in the audit yet');
    await opened.close();
  });

  it('reads in pages, and says how much no head covers', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened);
    for (let turn = 1; turn <= 7; turn += 1) await write(opened.records, `${turn}`);
    await exportHead(platform, safekeeping);
    for (let turn = 8; turn <= 10; turn += 1) await write(opened.records, `${turn}`);
    for (const pageSize of [1, 3, 5, 10, 100]) {
      expect(await verifyAudit(platform, safekeeping, { pageSize })).toMatchObject({
        ok: true,
        rows: 10,
        proven: 7,
        heads: 1,
        sinceExport: { entries: 3, since: '2026-03-10T12:00:00.000Z' },
        head: { seq: 10 },
      });
    }
    await opened.close();
  });

  it('detects another history up to the last head, and says of a later one that no head covers it', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened);
    for (const subject of ['1', '2', '3']) await write(opened.records, subject);
    await exportHead(platform, safekeeping);
    for (const subject of ['4', '5']) await write(opened.records, subject);
    await rewrite(opened.records, 5);
    expect(await verifyAudit(platform, safekeeping)).toMatchObject({
      ok: true,
      proven: 3,
      sinceExport: { entries: 2 },
    });
    await rewrite(opened.records, 2);
    const report = await verifyAudit(platform, safekeeping);
    expect(report).toMatchObject({ ok: false, brokenAt: 1, proven: 0 });
    expect(report.because[0]).toMatch(
      /^Something from entry 1 to entry 3 was changed after .* was signed at 2026-03-10/,
    );
    await opened.close();
  });

  it('detects with a head that somebody else holds that records and heads went back to an older state', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened);
    const out = join(platform.dataFolder, 'held-by-camden.json');
    await write(opened.records, '1');
    await write(opened.records, '2');
    await exportHead({ ...platform, dataFolder: platform.dataFolder }, safekeeping, { out });
    await sql`alter table platform.audit disable trigger user; delete from platform.audit where seq = 2;
      update platform.audit_chain set seq = 1, hash = (select hash from platform.audit);
      alter table platform.audit enable trigger user`.execute(opened.records);
    const elsewhere = join(platform.dataFolder, 'restored');
    await mkdir(join(elsewhere, 'keys'), { recursive: true });
    const key = join(platform.dataFolder, 'keys', 'audit-signing.public.pem');
    const restored = { ...platform, dataFolder: elsewhere };
    expect((await verifyAudit(restored, safekeeping)).ok).toBe(true);
    const report = await verifyAudit(restored, safekeeping, { heads: [out], key });
    expect(report).toMatchObject({ ok: false, brokenAt: 2 });
    expect(report.because).toEqual([`The audit ends at entry 1, but ${out} is of entry 2: entries are missing.`]);
    await opened.close();
  });

  it('trusts no head that was changed, is of other records, is signed by another key or is not there', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened);
    const other = await madeSafekeeping(opened);
    await write(opened.records, '1');
    const { content } = await exportHead(platform, safekeeping);
    const file = async (name: string, text: string) => {
      const path = join(platform.dataFolder, name);
      await writeFile(path, text);
      return path;
    };
    const changed = await file('changed.json', content.replace('entry 1', 'entry 2'));
    const foreignKey = await file('foreign.json', (await exportHead(other.platform, safekeeping)).content);
    const report = await verifyAudit(platform, safekeeping, { heads: [changed, foreignKey, '/nowhere/head.json'] });
    expect(report).toMatchObject({ ok: false, proven: 1, brokenAt: null });
    expect(report.because).toEqual([
      `The signature of ${changed} does not fit: it was changed, or signed with another key.`,
      `The signature of ${foreignKey} does not fit: it was changed, or signed with another key.`,
      'There is no head /nowhere/head.json.',
    ]);
    await sql`update platform.audit_chain set instance = '00000000-0000-4000-8000-000000000000'`.execute(
      opened.records,
    );
    expect((await verifyAudit(platform, safekeeping)).because[0]).toMatch(/is a head of other records than these\.$/);
    await opened.close();
  });

  it('exports heads that OpenSSL checks with the public key alone', async ({ skip }) => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened);
    await write(opened.records, '1');
    const out = join(platform.dataFolder, 'head.json');
    await exportHead(platform, safekeeping, { out });
    const keys = join(platform.dataFolder, 'keys');
    expect((await stat(keys)).mode & 0o777).toBe(0o700);
    expect((await stat(join(keys, 'audit-signing.pem'))).mode & 0o777).toBe(0o600);
    skip(!existsSync('/usr/bin/openssl'), 'no openssl here');
    // As README.md tells councils.
    const script = `
      sed -n 's/^  "text": "\\(.*\\)",$/\\1/p' "$1" | tr -d '\\n' > "$3/head.txt"
      sed -n 's/^  "signature": "\\(.*\\)"$/\\1/p' "$1" | base64 -d > "$3/head.sig"
      openssl pkeyutl -verify -pubin -inkey "$2" -rawin -in "$3/head.txt" -sigfile "$3/head.sig"`;
    const check = (head: string) =>
      execFileSync('sh', ['-c', script, 'sh', head, join(keys, 'audit-signing.public.pem'), platform.dataFolder], {
        stdio: 'pipe',
      }).toString();
    expect(check(out)).toContain('Signature Verified Successfully');
    const changed = join(platform.dataFolder, 'changed.json');
    await writeFile(changed, (await readFile(out, 'utf8')).replace('entry 1', 'entry 2'));
    expect(() => check(changed)).toThrow();
    await opened.close();
  });

  it('never writes a head over a file, and lists what it exported', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened);
    const shared = join(platform.dataFolder, 'for-camden');
    await write(opened.records, '1');
    const out = join(platform.dataFolder, 'head.json');
    const withFolder = { ...safekeeping, headFolders: [shared] };
    const { name } = await exportHead(platform, withFolder, { out });
    await expect(exportHead(platform, withFolder, { out })).rejects.toThrow('is there already: name another file.');
    expect(await readdir(shared)).toEqual([name]);
    const heads = await auditHeads(platform, withFolder, 12);
    expect(heads.map((head) => [head.name, head.seq, head.at])).toEqual([[name, 1, '2026-03-10T12:00:00.000Z']]);
    await opened.close();
  });

  it('still verifies after what entries said was erased, which the audit tells without telling what', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: later });
    await write(opened.records, 'secret 1');
    await recordAudit(opened.records, { actor: 'cli:anna', action: 'sources.import', subject: 'May' });
    await exportHead(platform, safekeeping);
    await write(opened.records, 'secret 2');
    const counted = await retainAudit(platform, safekeeping, { rules: forAMonth, dryRun: true });
    expect(counted).toEqual([{ module: 'users', until: later.toISOString(), entries: 2 }]);
    await retainAudit(platform, safekeeping, { rules: forAMonth });
    await write(opened.records, 'secret 3');
    await retainAudit(platform, safekeeping, { rules: forAMonth });
    expect(await verifyAudit(platform, safekeeping)).toMatchObject({ ok: true, rows: 6, erased: 3, proven: 2 });
    const { rows } = await sql`select seq, subject, action, detail from platform.audit order by seq`.execute(
      opened.records,
    );
    expect(rows).toEqual([
      { seq: 1, subject: null, action: null, detail: null },
      { seq: 2, subject: 'May', action: 'sources.import', detail: '{}' },
      { seq: 3, subject: null, action: null, detail: null },
      {
        seq: 4,
        subject: 'users',
        action: 'audit.erase',
        detail: expect.stringMatching(/^\{"entries":2,"module":"users","until":"/),
      },
      { seq: 5, subject: null, action: null, detail: null },
      {
        seq: 6,
        subject: 'users',
        action: 'audit.erase',
        detail: expect.stringMatching(/^\{"entries":1,"module":"users","until":"/),
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain('secret');
    await opened.close();
  });

  it('detects what was erased without an erasure, before one and after one', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: later });
    const erasePast = (seq: number) =>
      sql`alter table platform.audit disable trigger user;
        update platform.audit set actor = null, role = null, action = null, subject = null, whom = null, reason = null,
          detail = null, salt = null, erased_at = now() where seq = ${sql.lit(seq)};
        alter table platform.audit enable trigger user`.execute(opened.records);
    await write(opened.records, '1');
    await write(opened.records, '2');
    await erasePast(1);
    expect(await verifyAudit(platform, safekeeping)).toMatchObject({ ok: false, brokenAt: 1 });
    await retainAudit(platform, safekeeping, { rules: forAMonth });
    const report = await verifyAudit(platform, safekeeping);
    expect(report.because).toEqual(['Entry 3 erased 1 entries, but 2 are gone.']);
    await opened.close();
  });

  it('tells of imports whose figures are not what was written down', async () => {
    const opened = await open();
    const checkImports = async () => ({ checked: 2, withoutRoot: 0, differing: ['Import 7 ("may.csv") differs.'] });
    const { platform, safekeeping } = await madeSafekeeping(opened, { checkImports });
    expect(await verifyAudit(platform, safekeeping)).toMatchObject({
      ok: false,
      because: ['Import 7 ("may.csv") differs.'],
    });
    expect(await verifyAudit(platform, safekeeping, { chainOnly: true })).toMatchObject({ ok: true, imports: null });
    await opened.close();
  });
});
