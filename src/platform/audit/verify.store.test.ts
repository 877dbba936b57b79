import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import { madeSafekeeping } from '../../../test/builders/safekeeping.ts';
import type { Records } from '../database/index.ts';
import { faultsOfGuards, GUARDS, readGuards } from './guards-store.ts';
import { recordAudit } from './index.ts';
import { RETENTION_RULES, type RetentionRule } from './retention-rules.ts';
import { auditHeads, exportHead, recordRestore, retainAudit, verifyAudit } from './service.ts';

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
const halfAYear: RetentionRule[] = [{ module: 'users', from: '2026-02-01', months: 6, source: 'a test' }];
/** The clock of the records cannot be set, so heads are signed after it. */
const later = new Date(Date.now() + 3_600_000);
const SOURCE = RETENTION_RULES.find(({ module }) => module === 'users')?.source;
const FORGED = { module: 'users', until: '2024-10-01T00:00:00.000000Z' };

/** An entry of so many months ago. */
const writeOld = (records: Records, subject: string, months: number, module = 'users') =>
  sql`select platform.link_audit(now() - make_interval(months => ${months}), ${module}, 'cli:anna', null, 'a.b',
    ${subject}, null, null, '{}')`.execute(records);
/** An entry as only Wardroom itself writes it. */
const link = (records: Records, action: string, detail: string, at: string | null = null) =>
  sql`select platform.link_audit(${at}::timestamptz, 'audit', 'cli:anna', null, ${action}, 'x', null, null, ${detail})`.execute(
    records,
  );
/** What who owns the tables can do past every trigger. */
const guarded = (records: Records, statements: string) =>
  records
    .transaction()
    .execute((trx) =>
      sql
        .raw(
          `alter table platform.audit disable trigger user; ${statements}; alter table platform.audit enable trigger user`,
        )
        .execute(trx),
    );
const wipe = (records: Records, seq: number) =>
  guarded(
    records,
    `update platform.audit set actor = null, role = null, action = null, subject = null, whom = null, reason = null,
      detail = null, salt = null, erased_at = now() where seq = ${seq}`,
  );

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
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: later });
    for (let turn = 1; turn <= 7; turn += 1) await write(opened.records, `${turn}`);
    await exportHead(platform, safekeeping);
    for (let turn = 8; turn <= 10; turn += 1) await write(opened.records, `${turn}`);
    for (const pageSize of [1, 3, 5, 10, 100]) {
      expect(await verifyAudit(platform, safekeeping, { pageSize })).toMatchObject({
        ok: true,
        rows: 10,
        proven: 7,
        heads: 1,
        sinceExport: { entries: 3, since: later.toISOString() },
        head: { seq: 10 },
      });
    }
    await opened.close();
  });

  it('detects another history up to the last head, and says of a later one that no head covers it', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: later });
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
    expect(report.because[0]).toMatch(/^Something from entry 1 to entry 3 was changed after .* was signed at 20/);
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
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: later });
    const other = await madeSafekeeping(opened, { now: later });
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
    const named = await file('named.json', content);
    expect((await verifyAudit(platform, safekeeping, { heads: [named] })).because[0]).toMatch(
      /is a head of other records than these\.$/,
    );
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
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: new Date() });
    await writeOld(opened.records, 'secret 1', 26);
    await writeOld(opened.records, 'secret 2', 25);
    await recordAudit(opened.records, { actor: 'cli:anna', action: 'sources.import', subject: 'May' });
    await exportHead(platform, safekeeping);
    await write(opened.records, 'who signed in lately');
    expect((await retainAudit(platform, safekeeping, { dryRun: true })).map(({ entries }) => entries)).toEqual([0, 2]);
    await retainAudit(platform, safekeeping);
    const report = await verifyAudit(platform, safekeeping);
    expect(report).toMatchObject({ ok: true, rows: 5, erased: 2, proven: 3 });
    expect(report.erasures).toMatchObject([{ seq: 5, by: 'cli:test', module: 'users', entries: 2, months: 24 }]);
    const { rows } = await sql`select seq, subject, action, detail from platform.audit order by seq`.execute(
      opened.records,
    );
    expect(rows).toMatchObject([
      { seq: 1, subject: null, action: null, detail: null },
      { seq: 2, subject: null, action: null, detail: null },
      { seq: 3, subject: 'May' },
      { seq: 4, subject: 'who signed in lately' },
      {
        subject: 'users',
        action: 'audit.erase',
        detail: expect.stringMatching(/^\{"entries":2,"module":"users","months":24,"source":".+","until":"/),
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain('secret');
    await opened.close();
  });

  it('erases by a force’s own rule once that is adopted, and goes on by it', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: new Date() });
    await writeOld(opened.records, 'old', 20);
    await retainAudit(platform, safekeeping, { rules: halfAYear });
    await retainAudit(platform, safekeeping, { rules: halfAYear });
    await retainAudit(platform, safekeeping);
    const report = await verifyAudit(platform, safekeeping);
    expect(report).toMatchObject({ ok: true, rows: 3, erased: 1 });
    expect(report.adoptions).toMatchObject([{ seq: 2, by: 'cli:test', rules: halfAYear }]);
    expect(report.erasures).toMatchObject([{ seq: 3, months: 6, source: 'a test' }]);
    await opened.close();
  });

  it('detects what was erased without an erasure, and an erasure of too few', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: new Date() });
    await writeOld(opened.records, '1', 26);
    await writeOld(opened.records, '2', 25);
    await wipe(opened.records, 1);
    expect(await verifyAudit(platform, safekeeping)).toMatchObject({ ok: false, brokenAt: 1 });
    await retainAudit(platform, safekeeping);
    const report = await verifyAudit(platform, safekeeping);
    expect(report.because).toEqual(['Entry 3 erased 1 entries, but 2 are gone.']);
    await opened.close();
  });

  it('detects one entry wiped by who owns the records, with an erasure that accounts for it, before a head', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: new Date() });
    for (const subject of ['1', '2', '3']) await writeOld(opened.records, subject, 26);
    await exportHead(platform, safekeeping);
    await wipe(opened.records, 2);
    await link(opened.records, 'audit.erase', JSON.stringify({ ...FORGED, entries: 1, months: 24, source: SOURCE }));
    const report = await verifyAudit(platform, safekeeping);
    expect(report).toMatchObject({ ok: false, brokenAt: 2, proven: 0 });
    expect(report.because).toEqual([
      'Entry 4 erased only some of what it should have: what entry 1 says still stands.',
    ]);
    await opened.close();
  });

  it.each([
    ['imports', 6, 'mine', 1],
    ['users', 6, 'mine', 1],
    ['users', 0, 'Ministry of Justice security guidance: security logs 6 months to 2 years', 2],
  ])(
    'detects that who owns the records erased %s of %i months without a rule',
    async (module, months, source, gone) => {
      const opened = await open();
      const { platform, safekeeping } = await madeSafekeeping(opened, { now: new Date() });
      await writeOld(opened.records, '1', 12, module);
      await writeOld(opened.records, '2', 0, module);
      await exportHead(platform, safekeeping);
      await sql`select platform.erase_audit(${module}, ${months}::int, ${source}, 'cli:anna')`.execute(opened.records);
      const report = await verifyAudit(platform, safekeeping);
      expect(report).toMatchObject({ ok: false, brokenAt: 1, erased: gone });
      expect(report.because).toEqual([
        expect.stringMatching(`^Entry 3 erased what no rule in force allowed: entries of ${module} from before 20`),
      ]);
      expect(report.erasures).toMatchObject([{ seq: 3, by: 'cli:anna', module, entries: gone }]);
      await opened.close();
    },
  );

  it.each(['audit.erase', 'audit.adopt-rules', 'audit.restored'])(
    'lets the app write no %s, and tells of one that cannot be read without failing',
    async (action) => {
      const opened = await open();
      const { platform, safekeeping } = await madeSafekeeping(opened);
      const append = sql`select platform.append_audit('audit', 'x', null, ${action}, 'x', null, null, 'no JSON')`;
      await expect(append.execute(platform.records)).rejects.toThrow('written by Wardroom itself alone');
      expect((await verifyAudit(platform, safekeeping)).rows).toBe(0);
      await link(opened.records, action, 'no JSON');
      await write(opened.records, 'afterwards');
      const report = await verifyAudit(platform, safekeeping);
      expect(report).toMatchObject({ ok: false, brokenAt: 1, rows: 2 });
      expect(report.because).toEqual([expect.stringMatching(/^Entry 1 does not say what/)]);
      await opened.close();
    },
  );

  it('goes on after a restore that somebody told of, which it tells each time, and sees what changes later', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: new Date() });
    for (const subject of ['1', '2', '3', '4', '5']) {
      await write(opened.records, subject);
      if (Number(subject) > 2) await exportHead(platform, safekeeping, { out: join(platform.dataFolder, subject) });
    }
    const head = join(platform.dataFolder, '5');
    const told = { heads: [head], reason: 'the disk failed' };
    await expect(recordRestore(platform, safekeeping, told)).rejects.toThrow('The records lead to');
    await expect(recordRestore(platform, safekeeping, { ...told, reason: ' ' })).rejects.toThrow('Say why');
    await guarded(
      opened.records,
      `delete from platform.audit where seq > 3; update platform.audit_chain set (seq, hash, at) =
        (select seq, hash, at from platform.audit where seq = 3)`,
    );
    await write(opened.records, 'after the restore');
    expect((await verifyAudit(platform, safekeeping, { heads: [head] })).ok).toBe(false);
    await recordRestore(platform, safekeeping, told);
    await expect(recordRestore(platform, safekeeping, told)).rejects.toThrow('says already');
    for (const subject of ['6', '7', '8']) await write(opened.records, subject);
    await exportHead({ ...platform, now: () => later }, safekeeping);
    const report = await verifyAudit(platform, safekeeping, { heads: [head] });
    expect(report).toMatchObject({ ok: true, rows: 8, proven: 8, because: [] });
    expect(report.restores).toContainEqual({
      ...{ seq: 5, at: expect.any(String), by: 'cli:test', reason: 'the disk failed' },
      ...{ head, from: 4, to: 5 },
    });
    await guarded(opened.records, "update platform.audit set subject = 'x' where seq in (6, 8)");
    const after = await verifyAudit(platform, safekeeping, { heads: [head] });
    expect(after).toMatchObject({ brokenAt: 6, proven: 3 });
    expect(after.because).toEqual([
      'Entry 6 does not say what it said when it was written.',
      'Entry 8 does not say what it said when it was written.',
    ]);
    await opened.close();
  });

  it('goes on with the clock after an entry from the future, and tells of it once a head covers it', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened, { now: new Date() });
    await link(opened.records, 'audit.search', '{}', '2200-01-01T00:00:00Z');
    await write(opened.records, 'today');
    const before = await verifyAudit(platform, safekeeping);
    expect(before).toMatchObject({ ok: true, setBack: [{ seq: 2, from: '2200-01-01T00:00:00Z' }] });
    expect(before.setBack[0]?.to).not.toContain('2200');
    await exportHead(platform, safekeeping);
    const report = await verifyAudit(platform, safekeeping);
    expect(report).toMatchObject({ ok: false, brokenAt: 1 });
    expect(report.because[0]).toMatch(/^Entry 1 says that it is of 2200-01-01T00:00:00Z, but .* was signed at/);
    for (const at of ['infinity', '294276-01-01T00:00:00Z']) {
      await guarded(opened.records, `update platform.audit set at = '${at}' where seq = 1`);
      expect((await verifyAudit(platform, safekeeping)).because[0]).toBe('Entry 1 carries a time that no clock shows.');
    }
    await opened.close();
  });

  it('knows what guards the audit, and tells what somebody changed, switched off or put beside it', async () => {
    const opened = await open();
    const { platform, safekeeping } = await madeSafekeeping(opened);
    expect(await readGuards(opened.records)).toEqual(GUARDS);
    const faultsAfter = (statements: string) =>
      opened.records
        .transaction()
        .execute(async (trx) => {
          await sql.raw(statements).execute(trx);
          throw Object.assign(new Error('rolled back'), { faults: faultsOfGuards(await readGuards(trx)) });
        })
        .catch(({ faults }) => faults);
    expect(await faultsAfter('alter table platform.audit disable trigger only_grows')).toEqual([
      'The trigger only_grows on audit, which guards the audit, was changed or switched off in the records.',
    ]);
    expect(await faultsAfter('drop trigger never_emptied on platform.audit')).toEqual([
      'The trigger never_emptied on audit, which guards the audit, is missing in the records.',
    ]);
    expect(
      await faultsAfter(`create or replace function platform.append_audit(
        module text, actor text, role text, action text, subject text, whom text, reason text, detail text
        ) returns bigint security definer language sql set search_path = pg_catalog, pg_temp as 'select 1::bigint'`),
    ).toEqual([expect.stringMatching(/^The function append_audit\(.*was changed or switched off/)]);
    expect(await faultsAfter('grant insert on platform.audit to wardroom_app')).toEqual([
      'The table audit, which guards the audit, was changed or switched off in the records.',
    ]);
    expect(await faultsAfter('create rule lost as on insert to platform.audit do instead nothing')).toEqual([
      'The rule lost on platform.audit was put beside the audit in the records by somebody else.',
    ]);
    await opened.records.transaction().execute(async (trx) => {
      await sql`alter table platform.audit disable trigger only_grows`.execute(trx);
    });
    expect((await verifyAudit(platform, safekeeping)).ok).toBe(false);
    await sql`alter table platform.audit enable trigger only_grows`.execute(opened.records);
    expect((await verifyAudit(platform, safekeeping)).ok).toBe(true);
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
