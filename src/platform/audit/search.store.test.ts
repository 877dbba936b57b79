import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores, type EmptyRecords } from '../../../test/builders/records.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { meetConditions, type Principal } from '../access/index.ts';
import { recordAudit } from './index.ts';
import { proveReason } from './search-store.ts';
import { exportAudit, searchAudit } from './service.ts';

const scope = { unit: 'Central North', borough: null, ward: null };
const person = (role: 'auditor' | 'administrator'): Principal => ({
  kind: 'person',
  person: 'person:a0d1',
  grants: [{ role, scope, organisation: null }],
  demonstration: false,
  steppedUp: false,
});
const reason = 'yearly review';

async function filled(opened: EmptyRecords) {
  const { records, database } = opened;
  await recordAudit(records, { actor: 'cli:anna', action: 'sources.import', subject: 'May' });
  await recordAudit(records, {
    actor: 'person:3f9c',
    action: 'protection.read-case',
    subject: 'case 7',
    whom: 'person:77aa',
    reason: '=1+1',
  });
  return testPlatform(database, { principal: person('auditor') });
}

describeStores('the search of the audit', (open) => {
  it.each([
    [{}, ['case 7', 'May']],
    [{ who: 'anna' }, ['May']],
    [{ what: 'CASE' }, ['case 7']],
    [{ what: '%' }, []],
    [{ action: 'sources' }, ['May']],
    [{ action: 'source' }, []],
    [{ module: 'high-harm' }, ['case 7']],
    [{ whom: 'person:77aa' }, ['case 7']],
    [{ from: '2026-01-01', to: '2199-12-31' }, ['case 7', 'May']],
    [{ from: '2199-12-30' }, []],
    [{ to: '2026-01-01' }, []],
    [{ before: 2 }, ['May']],
  ])('finds what fits %j', async (query, subjects) => {
    const opened = await open();
    const platform = await filled(opened);
    const found = await searchAudit(platform, { ...query, reason });
    expect(found.entries.map(({ subject }) => subject)).toEqual(subjects);
    await opened.close();
  });

  it('is itself in the audit, with its reason, role and what was looked for', async () => {
    const opened = await open();
    const platform = await filled(opened);
    await searchAudit(platform, { whom: 'person:77aa', reason: ` ${reason} ` });
    const { rows } = await sql`
      select module, actor, role, action, whom, reason, detail from platform.audit where seq = 3`.execute(
      opened.records,
    );
    expect(rows).toEqual([
      {
        module: 'audit',
        actor: 'person:a0d1',
        role: 'auditor, Central North',
        action: 'audit.search',
        whom: 'person:77aa',
        reason,
        detail: '{"whom":"person:77aa"}',
      },
    ]);
    await opened.close();
  });

  it('gives a page at a time, and where the next begins', async () => {
    const opened = await open();
    const platform = await filled(opened);
    for (let turn = 0; turn < 60; turn += 1) {
      await recordAudit(opened.records, { actor: 'cli:ben', action: 'sources.import', subject: `file ${turn}` });
    }
    const first = await searchAudit(platform, { who: 'ben', reason });
    expect([first.entries.length, first.entries[0]?.subject, first.next]).toEqual([50, 'file 59', 13]);
    const second = await searchAudit(platform, { who: 'ben', reason, before: first.next ?? 0 });
    expect([second.entries.length, second.entries.at(-1)?.subject, second.next]).toEqual([10, 'file 0', null]);
    await opened.close();
  });

  it.each(['', '  '])('is refused without a reason: %j', async (none) => {
    const opened = await open();
    const platform = await filled(opened);
    const asked = searchAudit(platform, { reason: none });
    await expect(asked).rejects.toThrow('Say why you look at the audit');
    expect((await sql`select 1 from platform.audit where module = 'audit'`.execute(opened.records)).rows).toEqual([]);
    await opened.close();
  });

  it('is refused to administrators and to the command line on its own, and the records hold too', async () => {
    const opened = await open();
    await filled(opened);
    for (const principal of [person('administrator'), { kind: 'operator', name: 'anna', as: null } as const]) {
      const platform = testPlatform(opened.database, { principal });
      await expect(searchAudit(platform, { reason })).rejects.toThrow(/audit/);
      const past = await platform.records.transaction().execute(async (trx) => {
        await recordAudit(trx, { actor: platform.actor, action: 'audit.search', subject: 'x', reason });
        return sql`select * from platform.audit`.execute(trx);
      });
      expect(past.rows).toEqual([]);
    }
    await opened.close();
  });

  it('shows an auditor nothing in a transaction that does not say why', async () => {
    const opened = await open();
    const { records, principal } = await filled(opened);
    const seen = async (why: string | null) =>
      records.transaction().execute(async (trx) => {
        await meetConditions(trx, principal, ['reason']);
        await recordAudit(trx, { actor: 'person:a0d1', action: 'audit.search', subject: 'x', reason: why });
        return (await sql`select * from platform.audit`.execute(trx)).rows.length;
      });
    expect(await seen(null)).toBe(0);
    expect(await seen(' ')).toBe(0);
    expect(await seen(reason)).toBe(5);
    await opened.close();
  });

  it('has its entry written for good before anything is read, even when the read fails', async () => {
    const opened = await open();
    const platform = await filled(opened);
    await expect(searchAudit(platform, { before: 0.5, reason })).rejects.toThrow();
    const { rows } = await sql`select reason from platform.audit where action = 'audit.search'`.execute(opened.records);
    expect(rows).toEqual([{ reason }]);
    await opened.close();
  });

  it('is read after an entry of who reads, with a reason, about the audit, from less than a minute ago, and no other', async () => {
    const opened = await open();
    const platform = await filled(opened);
    const { records } = opened;
    const entry = { actor: 'person:a0d1', action: 'audit.search', subject: 'x', reason };
    const read = (seq: number) =>
      platform.records.transaction().execute(async (trx) => {
        await meetConditions(trx, platform.principal, ['reason']);
        await proveReason(trx, seq);
        return (await sql`select 1 from platform.audit`.execute(trx)).rows.length;
      });
    expect(await read(await recordAudit(records, entry))).toBe(3);
    expect(await read(await recordAudit(records, { ...entry, actor: 'cli:anna as person:a0d1' }))).toBe(4);
    const old = sql<{ seq: number }>`
      select platform.link_audit(clock_timestamp() + interval '61 seconds', 'audit', 'person:a0d1', null, 'audit.search',
        'x', null, ${reason}, '{}') as seq`;
    const refused = [
      await recordAudit(records, { ...entry, actor: 'person:a0d' }),
      await recordAudit(records, { ...entry, actor: 'xperson:a0d1' }),
      await recordAudit(records, { ...entry, reason: ' ' }),
      await recordAudit(records, { ...entry, action: 'protection.read-case' }),
      99,
      (await records.transaction().execute((trx) => old.execute(trx))).rows[0]?.seq ?? 0,
    ];
    for (const seq of refused) await expect(read(seq)).rejects.toThrow('The audit is read only by who said why');
    await opened.close();
  });

  it('is exported so that no text is taken for a formula', async () => {
    const opened = await open();
    const { csv, entries } = await exportAudit(await filled(opened), { action: 'protection', reason });
    expect(entries).toBe(1);
    const [head, line, end] = csv.split('\r\n');
    expect(head).toBe('entry,at,module,who,role,action,what,whom,reason,detail');
    expect(line).toMatch(
      /^2,\d{4}-\d\d-\d\dT[\d:.]+Z,high-harm,person:3f9c,,protection.read-case,case 7,person:77aa,'=1\+1,\{\}$/,
    );
    expect(end).toBe('');
    await opened.close();
  });
});
