import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import { recordAudit } from './index.ts';

describeStores('the audit', (open) => {
  it('keeps who did what to what, on whom, under which role and why, with its detail', async () => {
    const { records, close } = await open();
    await recordAudit(records, { actor: 'cli:anna', action: 'sources.import', subject: 'may', detail: { b: 2, a: 1 } });
    await recordAudit(records, {
      actor: 'person:3f9c',
      action: 'protection.read-case',
      subject: 'case 7',
      role: 'specialist, Central North',
      whom: 'person:77aa',
      reason: 'strategy meeting',
    });
    const kept = await sql`select seq, module, actor, role, action, subject, whom, reason, detail
      from platform.audit order by seq`.execute(records);
    expect(kept.rows).toEqual([
      {
        seq: 1,
        module: 'imports',
        actor: 'cli:anna',
        role: null,
        action: 'sources.import',
        subject: 'may',
        whom: null,
        reason: null,
        detail: '{"a":1,"b":2}',
      },
      {
        seq: 2,
        module: 'high-harm',
        actor: 'person:3f9c',
        role: 'specialist, Central North',
        action: 'protection.read-case',
        subject: 'case 7',
        whom: 'person:77aa',
        reason: 'strategy meeting',
        detail: '{}',
      },
    ]);
    await close();
  });

  it('goes with the write it speaks of: a transaction that fails leaves no entry and no gap', async () => {
    const { records, close } = await open();
    const failing = records.transaction().execute(async (trx) => {
      await recordAudit(trx, { actor: 'cli:anna', action: 'sources.revert', subject: '7' });
      throw new Error('the revert was refused');
    });
    await expect(failing).rejects.toThrow('the revert was refused');
    await recordAudit(records, { actor: 'cli:anna', action: 'sources.revert', subject: '8' });
    const kept = await sql`select seq, subject from platform.audit`.execute(records);
    expect(kept.rows).toEqual([{ seq: 1, subject: '8' }]);
    await close();
  });
});
