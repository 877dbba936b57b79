import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { claimOf } from '../access/index.ts';
import type { Records } from '../database/index.ts';
import { readChainPage } from './chain-store.ts';
import { checkEnd, checkEntries, NOTHING_CHECKED } from './check-chain.ts';
import { recordAudit } from './index.ts';
import type { Json } from './model.ts';

const entry = { actor: 'cli:anna', action: 'sources.import', subject: 'may' };

async function broken(system: Records) {
  const { entries, latest } = await readChainPage(system, 0, 10_000);
  return checkEnd(checkEntries(NOTHING_CHECKED, entries, new Map()), latest, []).broken;
}

/** What SQL computes of every entry, beside what stands there. */
async function hashedBySql(system: Records): Promise<boolean> {
  const { rows } = await sql<{ alike: boolean }>`
    select bool_and(content_hash = platform.audit_content_hash(salt, actor, role, action, subject, whom, reason, detail)
      and hash = platform.audit_hash(prev_hash, seq, at, module, content_hash)) as alike
    from platform.audit`.execute(system);
  return rows[0]?.alike ?? false;
}

const asApp = ({ database }: EmptyRecords) => testPlatform(database, { principal: { kind: 'visitor' } }).records;

describeStores('the chain of the audit', (open) => {
  it('hashes the same in SQL and in TypeScript, whatever is written', async () => {
    const { records, close } = await open();
    const hostile: Json[] = [
      { text: 'NUL \0 and halves \ud800 \udc00 of pairs', emoji: '🚓' },
      { numbers: [1e21, -0, 0.1, 5e-324, Number.MAX_VALUE, 2 ** 53] },
      'x'.repeat(1_000_000),
      { '\u202e': "'; drop table platform.audit; --", '': null, é: 'e\u0301' },
      [],
    ];
    for (const detail of hostile) {
      await recordAudit(records, { ...entry, whom: 'person:3f9c', reason: '', role: "O'Brien \\", detail });
    }
    expect(await broken(records)).toBeNull();
    expect(await hashedBySql(records)).toBe(true);
    const { entries } = await readChainPage(records, 0, 10);
    expect(entries.map(({ content }) => JSON.parse(content?.detail ?? ''))).toEqual([
      hostile[0],
      { numbers: [1e21, 0, 0.1, 5e-324, Number.MAX_VALUE, 2 ** 53] },
      ...hostile.slice(2),
    ]);
    await close();
  });

  it.each(['a NUL \0', 'a half \ud83d of a pair'])(
    'refuses %j as text in one sentence, and writes nothing',
    async (subject) => {
      const { records, close } = await open();
      await expect(recordAudit(records, { ...entry, subject })).rejects.toThrow(
        'The audit cannot keep text with characters that are none: take them out and try again.',
      );
      expect((await readChainPage(records, 0, 10)).entries).toEqual([]);
      await close();
    },
  );

  it('never forks when fifty write at once, and never goes back in time', async () => {
    const opened = await open();
    const app = asApp(opened);
    await Promise.all(
      Array.from({ length: 50 }, (_, client) =>
        app
          .transaction()
          .execute(async (trx) => {
            await recordAudit(trx, { ...entry, subject: `client ${client}` });
            await sql`select pg_sleep(${client % 3 === 0 ? 0.002 : 0})`.execute(trx);
            if (client % 10 === 9) throw new Error('changed my mind');
          })
          .catch((error: Error) => expect(error.message).toBe('changed my mind')),
      ),
    );
    const { entries } = await readChainPage(opened.records, 0, 100);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
    expect(await broken(opened.records)).toBeNull();
    await opened.close();
  });

  it('is written by its one function alone: the app may neither add, change, take away nor empty', async () => {
    const opened = await open();
    const app = asApp(opened);
    await recordAudit(app, entry);
    for (const statement of [
      "insert into platform.audit (seq, at, module) values (2, now(), 'imports')",
      "update platform.audit set actor = 'ben'",
      'delete from platform.audit',
      'truncate platform.audit',
      'update platform.audit_chain set seq = 0',
      "select platform.link_audit(null, 'imports', 'ben', null, 'a.b', 'c', null, null, '{}')",
      "select platform.erase_audit('imports', 6, 'x', 'ben')",
    ]) {
      await expect(sql.raw(statement).execute(app), statement).rejects.toThrow(/permission denied/);
    }
    expect(await broken(opened.records)).toBeNull();
    await opened.close();
  });

  it('refuses changes even to who owns it', async () => {
    const { records, close } = await open();
    await recordAudit(records, entry);
    for (const statement of [
      "update platform.audit set actor = 'ben'",
      'delete from platform.audit',
      'truncate platform.audit',
      'delete from platform.audit_chain',
      'truncate platform.audit_chain',
    ]) {
      await expect(sql.raw(statement).execute(records), statement).rejects.toThrow('The audit only grows');
    }
    await close();
  });

  it.each([
    ["update platform.audit set subject = 'june' where seq = 2", 2],
    ['update platform.audit set reason = null, whom = null, role = $$x$$ where seq = 3', 3],
    ["update platform.audit set at = at - interval '1 hour' where seq = 4", 4],
    ["update platform.audit set detail = '{}', salt = decode(repeat('00', 32), 'hex') where seq = 1", 1],
    ['delete from platform.audit where seq = 3', 3],
    ['delete from platform.audit where seq >= 4', 4],
    ['truncate platform.audit', 1],
    [
      'update platform.audit set seq = 7 - seq where seq in (3, 4); update platform.audit set seq = -seq where false',
      3,
    ],
    [
      `update platform.audit set actor = null, role = null, action = null, subject = null, whom = null, reason = null,
        detail = null, salt = null, erased_at = now() where seq = 2`,
      2,
    ],
    [
      "insert into platform.audit select 6, at, module, 'ben', role, action, subject, whom, reason, detail, salt, null, content_hash, prev_hash, hash from platform.audit where seq = 5",
      6,
    ],
  ])('shows where somebody past every guard did: %s', async (damage, at) => {
    const { records, close } = await open();
    for (const subject of ['1', '2', '3', '4', '5'])
      await recordAudit(records, { ...entry, subject, detail: { subject } });
    expect(await broken(records)).toBeNull();
    await records.transaction().execute((trx) =>
      sql
        .raw(
          `alter table platform.audit disable trigger user; alter table platform.audit drop constraint audit_pkey;
          ${damage};
          alter table platform.audit enable trigger user`,
        )
        .execute(trx),
    );
    expect((await broken(records))?.seq).toBe(at);
    await records.transaction().execute((trx) =>
      sql
        .raw(
          `alter table platform.audit disable trigger user; delete from platform.audit;
          alter table platform.audit add primary key (seq); alter table platform.audit enable trigger user`,
        )
        .execute(trx),
    );
    await close();
  });

  it('goes on from where it stood when its end was deleted, so that the gap shows for ever', async () => {
    const { records, close } = await open();
    for (const subject of ['1', '2', '3']) await recordAudit(records, { ...entry, subject });
    await records.transaction().execute((trx) =>
      sql`alter table platform.audit disable trigger user; delete from platform.audit where seq = 3;
        alter table platform.audit enable trigger user`.execute(trx),
    );
    expect(await recordAudit(records, { ...entry, subject: '4' })).toBe(4);
    expect(await broken(records)).toEqual({ seq: 3, because: 'Entry 3 is missing: entry 4 stands in its place.' });
    await close();
  });

  it('lets no one read restricted records in a transaction without an entry about them', async () => {
    const opened = await open();
    const { records, database } = opened;
    await sql`create table if not exists public.case_note (owner text, body text);
      alter table public.case_note enable row level security; alter table public.case_note force row level security;
      grant select on public.case_note to wardroom_app;
      drop policy if exists noticed on public.case_note; drop policy if exists itself on public.case_note;
      create policy itself on public.case_note using ((select platform.is_wardroom()));
      create policy noticed on public.case_note for select
        using (platform.may_at('professionalism', 'read', null, owner => owner)
          and (select platform.audited('professionalism')))`.execute(records);
    await sql`insert into public.case_note values ('person:3f9c', 'support plan')`.execute(records);
    const scope = { unit: 'Central North', borough: null, ward: null };
    const officer = database.actingAs(
      claimOf({
        kind: 'person',
        person: 'person:3f9c',
        grants: [{ role: 'officer', scope, organisation: null }],
        demonstration: false,
        steppedUp: true,
      }),
    );
    const read = (trx: Records) => sql<{ body: string }>`select body from public.case_note`.execute(trx);
    const look = (action: string | null) =>
      officer.transaction().execute(async (trx) => {
        if (action !== null) await recordAudit(trx, { actor: 'person:3f9c', action, subject: 'own notes' });
        return (await read(trx)).rows;
      });
    expect(await look(null)).toEqual([]);
    expect(await look('panels.read')).toEqual([]);
    expect(await look('professionalism.read-own')).toEqual([{ body: 'support plan' }]);
    expect(await look(null)).toEqual([]);
    expect((await readChainPage(records, 0, 10)).entries.map(({ module }) => module)).toEqual([
      'panels',
      'professionalism',
    ]);
    await sql`drop table public.case_note`.execute(records);
    await opened.close();
  });
});
